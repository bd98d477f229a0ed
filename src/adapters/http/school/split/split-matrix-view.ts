import type { SchoolInYear } from '../../../../application/school/read-school.ts';
import type { MissionCode, Role } from '../../../../domain/engagement/mission.ts';
import {
  findGaps,
  type MissionRow,
  type MissionSplit,
  type RoleRow,
  type SplitCell,
} from '../../../../domain/engagement/mission-split.ts';
import { findVacantRoles, isClosed } from '../../../../domain/engagement/split-marks.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import {
  type MatrixCell,
  type MatrixRow,
  missionMatrixSvg,
} from '../../../../drawings/mission-matrix-svg.ts';
import { typographic } from '../../../../texts/typographic.ts';
import { missionWords, nameOf, organisationWords, sharingWords } from '../../engagements/engagement-words.ts';
import type { Wording } from '../../shell/wording.ts';
import type { GapView } from './gaps.tsx';
import { dayWords, type SplitAsked, whenWords } from './split-days.tsx';

export type MatrixView = ReturnType<typeof matrixView>;

/** A school, and the days whose split is shown. */
export interface SplitLookedAt {
  readonly school: SchoolInYear;
  readonly asked: SplitAsked;
  readonly split: MissionSplit;
  readonly gaps: ReadonlyMap<MissionCode | Role, GapView>;
}

interface DrawnRow {
  readonly drawn: MatrixRow;
  readonly gap?: GapView | undefined;
  readonly organisation?: string | undefined;
  /** The days of each cell, as a sentence. */
  readonly days: readonly string[];
  readonly marks: readonly string[];
}

/** The split of missions in the school, as a drawing and in words. */
export function matrixView(looked: SplitLookedAt, wording: Wording) {
  const { school, split, asked } = looked;
  const { t, framework, locale } = wording;
  const words = t.school.overview;
  const people = split.people.map((id) => nameIn(school, id));
  const missions = (family: string) =>
    split.missions.filter((row) => row.family === family && (!isExtra(row, wording) || !row.nobody));
  const groups = [
    ...framework.families.map(({ code, label }) => ({
      label: `${code} · ${typographic(label[locale])}`,
      rows: missions(code).map((row) => missionRow(row, looked, wording)),
    })),
    { label: words.roles, rows: split.roles.map((row) => roleRow(row, looked, wording)) },
  ];
  const svg = missionMatrixSvg({
    title: words.drawing(school.establishment.name, whenWords(asked, school.today, wording)),
    description: words.drawingText(words.people(people.length), gapWords(split, wording)),
    people,
    groups: groups.map(({ label, rows }) => ({ label, rows: rows.map(({ drawn }) => drawn) })),
  });
  const views = groups.map(({ label, rows }) => ({
    label,
    rows: rows.map((row) => rowView(row, people, wording)),
  }));
  return { svg, people, groups: views };
}

export function nameIn({ people }: Pick<SchoolInYear, 'people'>, id: PersonId): string {
  const person = people.find((one) => one.id === id);
  return person ? nameOf(person) : '';
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

function missionRow(row: MissionRow, looked: SplitLookedAt, wording: Wording): DrawnRow {
  const { signs } = wording.t.school.overview;
  const closed = isClosed(row);
  const locked = row.cells.some(({ unauthorised }) => unauthorised);
  return {
    drawn: {
      label: missionWords(row.code, wording),
      cells: row.cells.map((cell) => drawnCell(cell, looked, wording)),
      nobody: row.nobody,
      closed,
      clash: false,
    },
    gap: looked.gaps.get(row.code),
    organisation: organisationHere(row, looked, wording),
    days: row.cells.map((cell) => daysOf(cell, looked, wording)),
    marks: [...(closed ? [signs.closed] : row.nobody ? [signs.nobody] : []), ...(locked ? [signs.lock] : [])],
  };
}

function roleRow(
  { role, cells, nobody, rivals }: RoleRow,
  looked: SplitLookedAt,
  wording: Wording,
): DrawnRow {
  const { t } = wording;
  const label = t.records.roles[role];
  const words = t.school.overview;
  const names = rivals.map((id) => nameIn(looked.school, id)).join(', ');
  return {
    drawn: {
      label: label.charAt(0).toUpperCase() + label.slice(1),
      cells: cells.map((cell) => drawnCell(cell, looked, wording)),
      nobody,
      closed: false,
      clash: rivals.length > 0,
    },
    gap: looked.gaps.get(role),
    days: cells.map((cell) => daysOf(cell, looked, wording)),
    marks: [...(nobody ? [words.signs.nobody] : []), ...(rivals.length > 0 ? [words.clashOf(names)] : [])],
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

/** The sign of a cell, with its days in figures and the kind of sharing. */
function drawnCell(
  { holding, unauthorised, periods, sharing = [] }: SplitCell,
  { asked, school }: SplitLookedAt,
  wording: Wording,
): MatrixCell {
  const days = { asked, today: school.today, write: wording.t.school.overview.days.short };
  return {
    holding,
    locked: unauthorised,
    days: [
      ...periods.flatMap((period) => dayWords(period, days, wording)),
      ...new Set(sharing.map(({ kind }) => wording.t.sharing.kinds[kind])),
    ],
  };
}

/** The days of a cell as a sentence, with the way in which the mission is shared out. */
function daysOf(
  { periods, sharing = [] }: SplitCell,
  { asked, school }: SplitLookedAt,
  wording: Wording,
): string {
  const { today } = school;
  const separator = asked.kind === 'day' ? ', ' : ' ';
  return [
    ...periods.map((period) =>
      dayWords(period, { asked, today, write: wording.t.day }, wording).join(separator),
    ),
    ...sharing.map((one) => sharingWords(one, wording)),
  ].join(', ');
}

/** A mission or a role, with the same facts for the drawing, the table and the list. */
function rowView(
  { drawn, days, marks, gap, organisation }: DrawnRow,
  people: readonly string[],
  { t }: Wording,
) {
  const words = t.school.overview;
  const { cells, nobody, closed, clash } = drawn;
  const said = cells.map(({ holding, locked }, index) => {
    if (holding === 'none') return nobody && !closed ? words.signs.nobody : words.none;
    return [words.signs[holding], ...(locked ? [words.withoutAuthorisation] : []), days[index]].join(', ');
  });
  const empty = { sign: closed ? ('closed' as const) : ('nobody' as const), words: marks[0] ?? '' };
  return {
    label: drawn.label,
    gap,
    /** The proposal of the reference text for sharing it out. */
    organisation,
    /** One cell for each person, in words. */
    cells: said,
    marks,
    /** A sign and words for each person who holds it, or one line that states that nobody does. */
    lines: [
      ...(clash ? [{ sign: 'clash' as const, words: marks.at(-1) ?? '' }] : []),
      ...cells.flatMap(({ holding }, index) =>
        holding === 'none' ? [] : [{ sign: holding, words: `${people[index]} · ${said[index]}` }],
      ),
      ...(nobody ? [empty] : []),
    ],
  };
}
