import type { SchoolInYear } from '../../../application/school/read-school.ts';
import { findGaps, type MissionRow, type RoleRow } from '../../../domain/engagement/mission-split.ts';
import { findVacantRoles, isClosed } from '../../../domain/engagement/split-marks.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { type MatrixRow, missionMatrixSvg } from '../../../drawings/mission-matrix-svg.ts';
import { typographic } from '../../../texts/typographic.ts';
import { missionWords, nameOf, type Wording } from './segment-view.ts';

export type MatrixView = ReturnType<typeof matrixView>;

interface DrawnRow {
  readonly drawn: MatrixRow;
  readonly marks: readonly string[];
}

/** The split of missions in the school, as a drawing and in words. */
export function matrixView(school: SchoolInYear, wording: Wording) {
  const { split, establishment, schoolYear } = school;
  const { t, framework, locale } = wording;
  const words = t.school.overview;
  const people = split.people.map((id) => nameIn(school, id));
  const missions = (family: string) =>
    split.missions.filter((row) => row.family === family && (!isExtra(row, wording) || !row.nobody));
  const groups = [
    ...framework.families.map(({ code, label }) => ({
      label: `${code} · ${typographic(label[locale])}`,
      rows: missions(code).map((row) => missionRow(row, wording)),
    })),
    { label: words.roles, rows: split.roles.map((row) => roleRow(row, school, wording)) },
  ];
  const svg = missionMatrixSvg({
    title: words.drawing(establishment.name, schoolYearLabel(schoolYear)),
    description: words.drawingText(words.people(people.length), gapWords(school, wording)),
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

function gapWords({ split }: SchoolInYear, { t }: Wording): string {
  const words = t.school.overview;
  const gaps = findGaps(split).length;
  const vacant = findVacantRoles(split).length;
  return [
    gaps === 0 ? words.noGap : words.gapCount(gaps),
    ...(vacant > 0 ? [words.vacant(vacant)] : []),
  ].join(', ');
}

/** A mission that does not count is shown only where a person has it. */
function isExtra({ code }: MissionRow, { framework }: Wording): boolean {
  return framework.missions.get(code)?.elementary === false;
}

function missionRow(row: MissionRow, wording: Wording): DrawnRow {
  const { signs } = wording.t.school.overview;
  const closed = isClosed(row);
  const locked = row.cells.some(({ unauthorised }) => unauthorised);
  return {
    drawn: {
      label: missionWords(row.code, wording),
      cells: row.cells.map(({ holding, unauthorised }) => ({ holding, locked: unauthorised })),
      nobody: row.nobody,
      closed,
      clash: false,
    },
    marks: [...(closed ? [signs.closed] : row.nobody ? [signs.nobody] : []), ...(locked ? [signs.lock] : [])],
  };
}

function roleRow({ role, cells, nobody, rivals }: RoleRow, school: SchoolInYear, { t }: Wording): DrawnRow {
  const label = t.records.roles[role];
  const words = t.school.overview;
  const names = rivals.map((id) => nameIn(school, id)).join(', ');
  return {
    drawn: {
      label: label.charAt(0).toUpperCase() + label.slice(1),
      cells: cells.map(({ holding }) => ({ holding, locked: false })),
      nobody,
      closed: false,
      clash: rivals.length > 0,
    },
    marks: [...(nobody ? [words.signs.nobody] : []), ...(rivals.length > 0 ? [words.clashOf(names)] : [])],
  };
}

/** A mission or a role, with the same facts for the drawing, the table and the list. */
function rowView({ drawn, marks }: DrawnRow, people: readonly string[], { t }: Wording) {
  const words = t.school.overview;
  const { cells, nobody, closed, clash } = drawn;
  const said = cells.map(({ holding, locked }) => {
    if (holding === 'none') return nobody && !closed ? words.signs.nobody : words.none;
    return locked ? `${words.signs[holding]}, ${words.withoutAuthorisation}` : words.signs[holding];
  });
  const empty = { sign: closed ? ('closed' as const) : ('nobody' as const), words: marks[0] ?? '' };
  return {
    label: drawn.label,
    /** One cell for each person, in words. */
    cells: said,
    marks,
    /** The people who have it, or the remark that no one does: a sign and its words. */
    lines: [
      ...(clash ? [{ sign: 'clash' as const, words: marks.at(-1) ?? '' }] : []),
      ...cells.flatMap(({ holding }, index) =>
        holding === 'none' ? [] : [{ sign: holding, words: `${people[index]} · ${said[index]}` }],
      ),
      ...(nobody ? [empty] : []),
    ],
  };
}
