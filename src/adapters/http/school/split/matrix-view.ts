import type { SchoolInYear } from '../../../../application/school/read-year.ts';
import type { MissionCode, Role } from '../../../../domain/engagement/mission.ts';
import {
  findGaps,
  type MissionRow,
  type MissionSplit,
  type RoleRow,
  type SplitCell,
} from '../../../../domain/engagement/mission-split.ts';
import { findVacantRoles, isClosed } from '../../../../domain/engagement/mission-split-gaps.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { isCountable } from '../../../../domain/records.ts';
import type { MatrixSign } from '../../../../drawings/matrix-signs.ts';
import { typographic } from '../../../../texts/grammar.ts';
import { missionAsText, organisationAsText, sharingAsText } from '../../engagements/descriptions.ts';
import type { TextContext } from '../../view-models/text-context.ts';
import { holdingDaysAsTexts, type SplitQuery, splitDaysAsText } from './day-choice.tsx';
import type { GapView } from './gaps.tsx';

export type MatrixView = ReturnType<typeof matrixView>;
export type MatrixRowView = MatrixView['groups'][number]['rows'][number];

/** A school, and the days whose split is shown. */
export interface SplitLookedAt {
  readonly school: SchoolInYear;
  readonly asked: SplitQuery;
  readonly split: MissionSplit;
  readonly gaps: ReadonlyMap<MissionCode | Role, GapView>;
  readonly viewer: PersonId;
  /** Whether the viewer may write: only then words are offered to people. */
  readonly mayKeep: boolean;
}

/** A row of the split, whatever it is about. */
interface RowFacts {
  readonly label: string;
  readonly cells: readonly SplitCell[];
  readonly nobody: boolean;
  /** No one holds the mission, and the local authority has not authorised it yet: that is no gap. */
  readonly closed: boolean;
  /** The rivals for a role that only one person may hold, in words. */
  readonly clash?: string | undefined;
  readonly gap?: GapView | undefined;
  readonly organisation?: string | undefined;
}

/** The split of missions in the school: missions as rows, people as columns. */
export function matrixView(looked: SplitLookedAt, textContext: TextContext) {
  const { school, split, asked } = looked;
  const { t, framework, locale } = textContext;
  const texts = t.school.overview;
  const missions = (family: string) =>
    split.missions.filter((row) => row.family === family && (!isExtra(row, textContext) || !row.nobody));
  const groups = [
    ...framework.families.map(({ code, label }) => ({
      label: `${code} · ${typographic(label[locale])}`,
      rows: missions(code).map((row) => missionRow(row, looked, textContext)),
    })),
    { label: texts.roles, rows: split.roles.map((row) => roleRow(row, looked, textContext)) },
  ];
  return {
    title: texts.drawing(school.establishment.name, splitDaysAsText(asked, school.today, textContext)),
    description: texts.drawingText(texts.people(split.people.length), gapsAsText(split, textContext)),
    people: split.people.map((id) => personView(id, looked)),
    groups: groups.map(({ label, rows }) => {
      const views = rows.map((row) => rowView(row, looked, textContext));
      return { label, rows: views, toSee: countedSigns(views) };
    }),
  };
}

export function nameIn({ people }: Pick<SchoolInYear, 'people'>, id: PersonId): string {
  const person = people.find((one) => one.id === id);
  return person ? fullName(person) : '';
}

/** A person at the head of a column, with the page that ends or changes their missions, and the place where
 *  the principal writes a word for their badges. */
function personView(id: PersonId, { school, viewer, mayKeep }: SplitLookedAt) {
  const href = `/school/${school.establishment.uai}/people/${id}`;
  const confirmed = school.engagements.some(
    ({ personId, confirmation }) => personId === id && isCountable(confirmation),
  );
  const mayWrite = mayKeep && id !== viewer && confirmed;
  return { name: nameIn(school, id), href, ...(mayWrite && { wordsHref: `${href}#words` }) };
}

function gapsAsText(split: MissionSplit, { t }: TextContext): string {
  const texts = t.school.overview;
  const gaps = findGaps(split).length;
  const vacant = findVacantRoles(split).length;
  return [
    gaps === 0 ? texts.noGap : texts.gapCount(gaps),
    ...(vacant > 0 ? [texts.vacant(vacant)] : []),
  ].join(', ');
}

/** A mission that does not count is shown only if a person holds it. */
function isExtra({ code }: MissionRow, { framework }: TextContext): boolean {
  return framework.missions.get(code)?.elementary === false;
}

function missionRow(row: MissionRow, looked: SplitLookedAt, textContext: TextContext): RowFacts {
  return {
    label: missionAsText(row.code, textContext),
    cells: row.cells,
    nobody: row.nobody,
    closed: isClosed(row),
    gap: looked.gaps.get(row.code),
    organisation: organisationHere(row, looked, textContext),
  };
}

function roleRow(
  { role, cells, nobody, rivals }: RoleRow,
  { school, gaps }: SplitLookedAt,
  { t }: TextContext,
): RowFacts {
  const label = t.records.roles[role];
  const names = rivals.map((id) => nameIn(school, id)).join(', ');
  return {
    label: label.charAt(0).toUpperCase() + label.slice(1),
    cells,
    nobody,
    closed: false,
    clash: rivals.length > 0 ? t.school.overview.clashOf(names) : undefined,
    gap: gaps.get(role),
  };
}

/** The proposal of the reference text, then the way in which this school shares the mission out. */
function organisationHere(
  { code, cells }: MissionRow,
  { school, split }: SplitLookedAt,
  textContext: TextContext,
): string | undefined {
  const here = cells.flatMap(({ sharing = [] }, index) => {
    const id = split.people[index];
    return sharing.map((one) => `${id ? nameIn(school, id) : ''}, ${sharingAsText(one, textContext)}`);
  });
  const stated = here.length > 0 ? [textContext.t.sharing.here(here)] : [];
  return [organisationAsText(code, textContext), ...stated].filter(Boolean).join(' ') || undefined;
}

/** A cell: its sign with its days in figures, and the same as a sentence. */
function cellView(
  { holding, unauthorised, periods, sharing = [] }: SplitCell,
  { asked, school }: SplitLookedAt,
  textContext: TextContext,
) {
  const { t } = textContext;
  const texts = t.school.overview;
  const { today } = school;
  if (holding === 'none') return { signs: [], days: [], words: texts.none };
  const days = periods.flatMap((period) =>
    holdingDaysAsTexts(period, { asked, today, write: texts.days.short }, textContext),
  );
  const separator = asked.kind === 'day' ? ', ' : ' ';
  const reported = periods.map((period) =>
    holdingDaysAsTexts(period, { asked, today, write: t.day }, textContext).join(separator),
  );
  return {
    signs: [holding, ...(unauthorised ? (['lock'] as const) : [])] satisfies readonly MatrixSign[],
    days: [...days, ...new Set(sharing.map(({ kind }) => t.sharing.kinds[kind]))],
    words: [
      texts.signs[holding],
      ...(unauthorised ? [texts.withoutAuthorisation] : []),
      [...reported, ...sharing.map((one) => sharingAsText(one, textContext))].join(', '),
    ].join(', '),
  };
}

/** A mission or a role, with the same facts for the matrix, the words and the folds. */
function rowView(
  { label, cells: all, nobody, closed, clash, gap, organisation }: RowFacts,
  looked: SplitLookedAt,
  textContext: TextContext,
) {
  const { signs } = textContext.t.school.overview;
  const cells = all.map((cell) => cellView(cell, looked, textContext));
  const people = looked.split.people.map((id) => nameIn(looked.school, id));
  const emptySign: 'closed' | 'nobody' = closed ? 'closed' : 'nobody';
  const empty = nobody ? { sign: emptySign, words: signs[emptySign] } : undefined;
  return {
    label,
    gap,
    organisation,
    clash,
    /** One cell for each person. */
    cells,
    /** In place of the cells, where no one holds it. */
    empty,
    /** A sign and words for each person who holds it, or one line that states that no one does. */
    lines: [
      ...(clash ? [{ sign: 'clash' as const, words: clash }] : []),
      ...cells.flatMap(({ signs: [sign], words }, index) =>
        sign ? [{ sign, words: `${people[index]} · ${words}` }] : [],
      ),
      ...(empty ? [empty] : []),
    ],
    /** The signs that someone should see although the family is folded. */
    toSee: [
      ...(clash ? (['clash'] as const) : []),
      ...(empty?.sign === 'nobody' ? (['nobody'] as const) : []),
      ...new Set(cells.flatMap((cell) => cell.signs.filter((sign) => sign !== 'held'))),
    ] satisfies readonly MatrixSign[],
  };
}

/** How many rows show each sign that someone should see. */
function countedSigns(rows: readonly { readonly toSee: readonly MatrixSign[] }[]) {
  const all = rows.flatMap(({ toSee }) => toSee);
  return [...Map.groupBy(all, (sign) => sign)].map(([sign, { length }]) => ({ sign, count: length }));
}
