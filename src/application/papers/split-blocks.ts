import type { MissionFramework } from '../../domain/engagement/mission.ts';
import type { Holding, MissionSplit, SplitCell } from '../../domain/engagement/mission-split.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Period } from '../../domain/time/calendar.ts';
import { roleLabels } from '../../texts/fr/criteria/labels.ts';
import { statementTexts } from '../../texts/fr/papers/engagement-statement.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { schoolFileTexts as texts } from '../../texts/fr/papers/school-file.ts';
import { withOffice } from '../../texts/office.ts';
import { roleNames } from '../../texts/role-names.ts';
import { heading, list } from './blocks.ts';
import type { Block, MatrixDrawing, MatrixRow } from './content-types.ts';

/** The most people in one drawing; more do not fit on an A4 sheet. */
const PEOPLE_A_DRAWING = 12;

interface SplitContext {
  /** The people of the drawing: those of the team, then those who wait for a confirmation. */
  readonly names: ReadonlyMap<PersonId, string>;
  readonly framework: MissionFramework;
  readonly office: string;
  readonly days: Required<Period>;
}

interface Row {
  readonly label: string;
  /** The code of the mission, or the name of the role. */
  readonly short: string;
  /** Cells by person. */
  readonly cells: ReadonlyMap<PersonId, SplitCell>;
  readonly gap: boolean;
  /** True for a conditional mission that no one holds and that is not authorised. */
  readonly notAllowed: boolean;
  readonly clash: boolean;
}

interface RowGroup {
  readonly label: string;
  readonly rows: readonly Row[];
}

/** The split as a drawn matrix, whose alternative says it in words, followed by what a drawing cannot tell: the
 *  days of what is held in only part of them. */
export function splitBlocks(split: MissionSplit, words: SplitContext): readonly Block[] {
  const groups = toGroups(split, words);
  const inPart = groups.flatMap(({ rows }) => rows.filter((row) => coversSomeDays(row, words)));
  return [
    heading(2, texts.split, 'missions'),
    ...drawings(groups, words),
    ...(inPart.length === 0
      ? []
      : [
          heading(3, texts.splitInPart),
          list(inPart.map((row) => texts.rowInWords(row.short, holdersOf(row, words)))),
        ]),
  ];
}

function coversSomeDays({ cells }: Row, { days }: SplitContext): boolean {
  return [...cells.values()].some(
    (cell) => cell.holding !== 'none' && partialPeriodsAsText(cell, days).length > 0,
  );
}

function toGroups(
  { people, missions, roles }: MissionSplit,
  { framework, office }: Pick<SplitContext, 'framework' | 'office'>,
): readonly RowGroup[] {
  const byPerson = (cells: readonly SplitCell[]) =>
    new Map(people.flatMap((id, index) => (cells[index] ? [[id, cells[index]] as const] : [])));
  const families = framework.families.map((family) => ({
    label: statementTexts.family(family.code, family.label.fr),
    rows: missions.flatMap(({ code, cells, nobody, gap, conditional, authorised, family: its }) => {
      const mission = framework.missions.get(code);
      // A mission that never counts is shown only if a person holds it.
      if (its !== family.code || !mission || (nobody && !mission.elementary)) return [];
      const label = statementTexts.mission(code, withOffice(mission.label.fr, office));
      const notAllowed = nobody && conditional && !authorised;
      return [{ label, short: code, cells: byPerson(cells), gap, notAllowed, clash: false }];
    }),
  }));
  const names = roleNames(roleLabels(office), { framework, language: 'fr', office });
  const held = roles
    .filter(({ nobody }) => !nobody)
    .map(({ role, cells, clashes }) => ({
      label: paperTexts.capitalised(names[role]),
      short: paperTexts.capitalised(names[role]),
      cells: byPerson(cells),
      gap: false,
      notAllowed: false,
      clash: clashes.length > 0,
    }));
  return held.length === 0 ? families : [...families, { label: texts.roles, rows: held }];
}

function drawings(groups: readonly RowGroup[], words: SplitContext): readonly Block[] {
  const { names } = words;
  const people = [...names.keys()];
  const parts = Math.ceil(people.length / PEOPLE_A_DRAWING);
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return Array.from({ length: parts }, (_, part) => part).flatMap((part) => {
    const columns = people.slice(part * PEOPLE_A_DRAWING, (part + 1) * PEOPLE_A_DRAWING);
    const drawing: MatrixDrawing = {
      kind: 'matrix',
      alternative: [texts.matrix(rows, columns.length), ...rowsAsTexts(groups, words)].join(' '),
      columns: columns.map((id) => names.get(id) ?? ''),
      groups: groups.map((group) => ({
        label: group.label,
        rows: group.rows.map((row) => toMatrixRow(row, columns)),
      })),
      legend: texts.legend,
    };
    return parts > 1 ? [heading(3, texts.matrixPart(part + 1, parts)), drawing] : [drawing];
  });
}

function toMatrixRow(row: Row, columns: readonly PersonId[]): MatrixRow {
  return {
    label: row.label,
    holdings: columns.map((id) => {
      const holding = row.cells.get(id)?.holding ?? 'none';
      return holding === 'contested' ? 'none' : holding;
    }),
    nobody: row.gap,
    authorisationMissing: isUnauthorised(row),
    notAllowed: row.notAllowed,
    clash: row.clash,
  };
}

function isUnauthorised({ cells }: Row): boolean {
  return [...cells.values()].some(({ unauthorised }) => unauthorised);
}

/** The days of a holding in words, if it does not last for all the days of the split. Two people in turn are
 *  thus not taken for two people at once. */
function partialPeriodsAsText({ periods }: SplitCell, days: Required<Period>): readonly string[] {
  const within = periods.filter(({ from, to }) => from <= days.to && (to === undefined || to >= days.from));
  const isWhole = within.some(({ from, to }) => from <= days.from && (to === undefined || to >= days.to));
  return isWhole ? [] : within.map((period) => paperTexts.partOf(period, days));
}

/** Each row in one sentence, for who does not see the drawing. */
function rowsAsTexts(groups: readonly RowGroup[], words: SplitContext): readonly string[] {
  const rows = groups.flatMap((group) => group.rows);
  return rows.map((row) => texts.rowInWords(row.label, [...holdersOf(row, words), ...remarksOn(row)]));
}

/** Who holds the mission or role of a row, then whose request waits, with the days of what is held in part. */
function holdersOf({ cells }: Row, { names, days }: SplitContext): readonly string[] {
  const who = (wanted: Holding) =>
    [...names].flatMap(([id, name]) => {
      const cell = cells.get(id);
      return cell?.holding === wanted ? [texts.holder(name, partialPeriodsAsText(cell, days))] : [];
    });
  const [held, requested] = [who('held'), who('requested')];
  return [
    ...(held.length === 0 ? [] : [held.join(', ')]),
    ...(requested.length === 0 ? [] : [texts.waiting(requested)]),
  ];
}

function remarksOn(row: Row): readonly string[] {
  return [
    ...(row.gap ? [texts.legend.nobody] : []),
    ...(row.notAllowed ? [texts.legend.notAllowed] : []),
    ...(isUnauthorised(row) ? [texts.legend.authorisationMissing] : []),
    ...(row.clash ? [texts.legend.clash] : []),
  ];
}
