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
import { missionWords, organisationWords, sharingWords } from '../../engagements/descriptions.ts';
import type { Wording } from '../../view-models/text-context.ts';
import { dayWords, type SplitAsked, whenWords } from './day-choice.tsx';
import type { GapView } from './gaps.tsx';

export type MatrixView = ReturnType<typeof matrixView>;
export type MatrixRowView = MatrixView['groups'][number]['rows'][number];

/** A school, and the days whose split is shown. */
export interface SplitLookedAt {
  readonly school: SchoolInYear;
  readonly asked: SplitAsked;
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
  /** Nobody holds the mission, and the local authority has not authorised it yet: that is no gap. */
  readonly closed: boolean;
  /** The rivals for a role that only one person may hold, in words. */
  readonly clash?: string | undefined;
  readonly gap?: GapView | undefined;
  readonly organisation?: string | undefined;
}

/** The split of missions in the school: missions as rows, people as columns. */
export function matrixView(looked: SplitLookedAt, wording: Wording) {
  const { school, split, asked } = looked;
  const { t, framework, locale } = wording;
  const words = t.school.overview;
  const missions = (family: string) =>
    split.missions.filter((row) => row.family === family && (!isExtra(row, wording) || !row.nobody));
  const groups = [
    ...framework.families.map(({ code, label }) => ({
      label: `${code} · ${typographic(label[locale])}`,
      rows: missions(code).map((row) => missionRow(row, looked, wording)),
    })),
    { label: words.roles, rows: split.roles.map((row) => roleRow(row, looked, wording)) },
  ];
  return {
    title: words.drawing(school.establishment.name, whenWords(asked, school.today, wording)),
    description: words.drawingText(words.people(split.people.length), gapWords(split, wording)),
    people: split.people.map((id) => personView(id, looked)),
    groups: groups.map(({ label, rows }) => {
      const views = rows.map((row) => rowView(row, looked, wording));
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

function gapWords(split: MissionSplit, { t }: Wording): string {
  const words = t.school.overview;
  const gaps = findGaps(split).length;
  const vacant = findVacantRoles(split).length;
  return [
    gaps === 0 ? words.noGap : words.gapCount(gaps),
    ...(vacant > 0 ? [words.vacant(vacant)] : []),
  ].join(', ');
}

/** A mission that does not count is shown only where a person holds it. */
function isExtra({ code }: MissionRow, { framework }: Wording): boolean {
  return framework.missions.get(code)?.elementary === false;
}

function missionRow(row: MissionRow, looked: SplitLookedAt, wording: Wording): RowFacts {
  return {
    label: missionWords(row.code, wording),
    cells: row.cells,
    nobody: row.nobody,
    closed: isClosed(row),
    gap: looked.gaps.get(row.code),
    organisation: organisationHere(row, looked, wording),
  };
}

function roleRow(
  { role, cells, nobody, rivals }: RoleRow,
  { school, gaps }: SplitLookedAt,
  { t }: Wording,
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
  wording: Wording,
): string | undefined {
  const here = cells.flatMap(({ sharing = [] }, index) => {
    const id = split.people[index];
    return sharing.map((one) => `${id ? nameIn(school, id) : ''}, ${sharingWords(one, wording)}`);
  });
  const said = here.length > 0 ? [wording.t.sharing.here(here)] : [];
  return [organisationWords(code, wording), ...said].filter(Boolean).join(' ') || undefined;
}

/** A cell: its sign with its days in figures, and the same as a sentence. */
function cellView(
  { holding, unauthorised, periods, sharing = [] }: SplitCell,
  { asked, school }: SplitLookedAt,
  wording: Wording,
) {
  const { t } = wording;
  const words = t.school.overview;
  const { today } = school;
  if (holding === 'none') return { signs: [], days: [], words: words.none };
  const days = periods.flatMap((period) =>
    dayWords(period, { asked, today, write: words.days.short }, wording),
  );
  const separator = asked.kind === 'day' ? ', ' : ' ';
  const told = periods.map((period) =>
    dayWords(period, { asked, today, write: t.day }, wording).join(separator),
  );
  return {
    signs: [holding, ...(unauthorised ? (['lock'] as const) : [])] satisfies readonly MatrixSign[],
    days: [...days, ...new Set(sharing.map(({ kind }) => t.sharing.kinds[kind]))],
    words: [
      words.signs[holding],
      ...(unauthorised ? [words.withoutAuthorisation] : []),
      [...told, ...sharing.map((one) => sharingWords(one, wording))].join(', '),
    ].join(', '),
  };
}

/** A mission or a role, with the same facts for the matrix, the words and the folds. */
function rowView(
  { label, cells: all, nobody, closed, clash, gap, organisation }: RowFacts,
  looked: SplitLookedAt,
  wording: Wording,
) {
  const { signs } = wording.t.school.overview;
  const cells = all.map((cell) => cellView(cell, looked, wording));
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
    /** In place of the cells, where nobody holds it. */
    empty,
    /** A sign and words for each person who holds it, or one line that states that nobody does. */
    lines: [
      ...(clash ? [{ sign: 'clash' as const, words: clash }] : []),
      ...cells.flatMap(({ signs: [sign], words }, index) =>
        sign ? [{ sign, words: `${people[index]} · ${words}` }] : [],
      ),
      ...(empty ? [empty] : []),
    ],
    /** The signs that somebody should see although the family is folded. */
    toSee: [
      ...(clash ? (['clash'] as const) : []),
      ...(empty?.sign === 'nobody' ? (['nobody'] as const) : []),
      ...new Set(cells.flatMap((cell) => cell.signs.filter((sign) => sign !== 'held'))),
    ] satisfies readonly MatrixSign[],
  };
}

/** How many rows show each sign that somebody should see. */
function countedSigns(rows: readonly { readonly toSee: readonly MatrixSign[] }[]) {
  const all = rows.flatMap(({ toSee }) => toSee);
  return [...Map.groupBy(all, (sign) => sign)].map(([sign, { length }]) => ({ sign, count: length }));
}
