import type { SchoolInYear } from '../../../application/school/read-school.ts';
import { isOpen } from '../../../domain/engagement/contest.ts';
import { findGaps, type MissionRow, type RoleRow } from '../../../domain/engagement/mission-split.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { isCountable } from '../../../domain/records.ts';
import { schoolYearLabel, schoolYearOf } from '../../../domain/time/school-year.ts';
import { localDateInParis, toDayNumber } from '../../../domain/time/time.ts';
import { type MatrixRow, missionMatrixSvg } from '../../../drawings/mission-matrix-svg.ts';
import { typographic } from '../../../texts/typographic.ts';
import { missionWords, nameOf, type Wording } from './segment-view.ts';

/** One thing that waits, and where it is settled. */
export interface Waiting {
  readonly count: number;
  readonly words: string;
  readonly note?: string;
  readonly path: string;
}

export interface MatrixTableRow {
  readonly label: string;
  /** One a person, in words. */
  readonly cells: readonly string[];
  readonly marks: readonly string[];
}

export interface OverviewView {
  readonly waiting: readonly Waiting[];
  /** Absent where nobody is engaged. */
  readonly matrix?: {
    readonly svg: string;
    readonly people: readonly string[];
    readonly rows: readonly MatrixTableRow[];
  };
}

/** What waits for a principal, and who does what. */
export function overviewView(school: SchoolInYear, wording: Wording): OverviewView {
  const matrix = school.split.people.length > 0 && { matrix: matrixOf(school, wording) };
  return { waiting: waitingOf(school, wording), ...matrix };
}

function waitingOf(school: SchoolInYear, { t }: Wording): readonly Waiting[] {
  const words = t.school.overview;
  const oldest = oldestWait(school);
  const requests = school.engagements.filter(({ confirmation }) => confirmation === 'requested').length;
  const contests = school.contests.filter(isOpen).length;
  const reviews = peopleWithoutReview(school).length;
  const gaps = findGaps(school.split).length;
  const note = oldest !== undefined && { note: words.oldest(oldest) };
  const all: readonly Waiting[] = [
    { count: requests, words: words.requests(requests), path: '/confirmations', ...note },
    { count: contests, words: words.contests(contests), path: '/contests' },
    { count: reviews, words: words.reviews(reviews), path: '/reviews' },
    { count: gaps, words: words.gaps(gaps), path: '#split' },
  ];
  return all.filter(({ count }) => count > 0);
}

/** Days since the oldest request that is known to wait. */
function oldestWait({ waitsSince, today }: SchoolInYear): number | undefined {
  const days = [...waitsSince.values()].map((since) => waitedDays(since, today));
  return days.length > 0 ? Math.max(...days) : undefined;
}

export function waitedDays(since: Parameters<typeof localDateInParis>[0], today: string): number {
  return toDayNumber(today as never) - toDayNumber(localDateInParis(since));
}

/** Those engaged this year whose review is neither held nor planned. */
function peopleWithoutReview(school: SchoolInYear): readonly PersonId[] {
  const { establishment, schoolYear, records, planned, split, engagements } = school;
  return split.people.filter((id) => {
    const counts = engagements.some((one) => one.personId === id && isCountable(one.confirmation));
    const isPlanned = planned.some(({ personId }) => personId === id);
    const record = records.find(({ personId }) => personId === id);
    const isHeld = record?.reviews.some(
      ({ on, uai }) => uai === establishment.uai && schoolYearOf(on) === schoolYear,
    );
    return counts && !isPlanned && !isHeld;
  });
}

function matrixOf(school: SchoolInYear, wording: Wording) {
  const { split, establishment, schoolYear } = school;
  const { t, framework, locale } = wording;
  const words = t.school.overview;
  const people = split.people.map((id) => {
    const person = school.people.find((one) => one.id === id);
    return person ? nameOf(person) : '';
  });
  const gaps = findGaps(split).length;
  const missions = (family: string) =>
    split.missions.filter((row) => row.family === family && (!isExtra(row, wording) || !row.nobody));
  const groups = [
    ...framework.families.map(({ code, label }) => ({
      label: `${code} · ${typographic(label[locale])}`,
      rows: missions(code).map((row) => missionRow(row, wording)),
    })),
    { label: words.roles, rows: split.roles.map((row) => roleRow(row, wording)) },
  ];
  const svg = missionMatrixSvg({
    title: words.drawing(establishment.name, schoolYearLabel(schoolYear)),
    description: words.drawingText(
      words.people(people.length),
      gaps === 0 ? words.noGap : words.gapCount(gaps),
    ),
    people,
    groups,
  });
  const shown = framework.families.flatMap(({ code }) => missions(code));
  const rows = [
    ...shown.map((row) => tableRow(missionRow(row, wording), marksOfMission(row, wording), wording)),
    ...split.roles.map((row) => tableRow(roleRow(row, wording), marksOfRole(row, school, wording), wording)),
  ];
  return { svg, people, rows };
}

/** A mission that belongs to no count is shown where somebody has it. */
function isExtra({ code }: MissionRow, { framework }: Wording): boolean {
  return framework.missions.get(code)?.elementary === false;
}

function missionRow({ code, cells, gap }: MissionRow, wording: Wording): MatrixRow {
  return {
    label: missionWords(code, wording),
    cells: cells.map(({ holding, unauthorised }) => ({ holding, locked: unauthorised })),
    nobody: gap,
    clash: false,
  };
}

function roleRow({ role, cells, clashes }: RoleRow, { t }: Wording): MatrixRow {
  const label = t.records.roles[role];
  return {
    label: label.charAt(0).toUpperCase() + label.slice(1),
    cells: cells.map(({ holding }) => ({ holding, locked: false })),
    nobody: false,
    clash: clashes.length > 0,
  };
}

function tableRow(row: MatrixRow, marks: readonly string[], { t }: Wording): MatrixTableRow {
  const words = t.school.overview;
  return {
    label: row.label,
    cells: row.cells.map(({ holding, locked }) => {
      const held = holding === 'none' ? words.none : words.signs[holding];
      return locked ? `${held}, ${words.withoutAuthorisation}` : held;
    }),
    marks,
  };
}

function marksOfMission({ gap, cells }: MissionRow, { t }: Wording): readonly string[] {
  const { signs } = t.school.overview;
  const locked = cells.some(({ unauthorised }) => unauthorised);
  return [...(gap ? [signs.nobody] : []), ...(locked ? [signs.lock] : [])];
}

function marksOfRole({ clashes, cells }: RoleRow, school: SchoolInYear, { t }: Wording): readonly string[] {
  const words = t.school.overview;
  const holders = school.split.people.filter((_, index) => cells[index]?.holding !== 'none');
  const names = school.people.filter(({ id }) => holders.includes(id)).map(nameOf);
  const [one = '', other = ''] = names;
  return clashes.length > 0 ? [words.clashOf(one, other)] : [];
}
