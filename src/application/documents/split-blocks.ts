import type { Mission, MissionFramework } from '../../domain/engagement/mission.ts';
import { roleLabels } from '../../texts/fr/criteria-labels.ts';
import { documentTexts } from '../../texts/fr/documents.ts';
import { schoolFileTexts as texts } from '../../texts/fr/documents-school-file.ts';
import { statementTexts } from '../../texts/fr/documents-statement.ts';
import { heading, table } from './blocks.ts';
import type { Block, Holding, MatrixDrawing, MatrixRow } from './document-content.ts';
import type { SchoolMember } from './document-context.ts';
import type { MissionSplit, SplitRow } from './mission-split.ts';
import { fullName } from './names.ts';

/** People beside one another in one drawing: more would not fit an A4 sheet. */
const PEOPLE_A_DRAWING = 12;

interface SplitWords {
  /** The people of the split, in its order. */
  readonly team: readonly SchoolMember[];
  readonly framework: MissionFramework;
}

interface LabelledGroup {
  readonly label: string;
  readonly rows: readonly (Omit<SplitRow<string>, 'code'> & { readonly label: string })[];
}

/** The split drawn as a matrix, then the same facts as a table in words. */
export function splitBlocks(split: MissionSplit, words: SplitWords): readonly Block[] {
  const groups = toGroups(split, words.framework);
  const names = words.team.map(({ person }) => fullName(person));
  return [
    heading(2, texts.split),
    ...drawings(groups, names),
    heading(3, texts.splitTable),
    splitTable(groups, names),
  ];
}

function toGroups(split: MissionSplit, framework: MissionFramework): readonly LabelledGroup[] {
  const label = ({ code, label }: Mission) => statementTexts.mission(code, label.fr);
  const families = framework.families.map((family) => ({
    label: statementTexts.family(family.code, family.label.fr),
    rows: split.missions.flatMap((row) => {
      const mission = framework.missions.get(row.code);
      return mission?.family === family.code ? [{ ...row, label: label(mission) }] : [];
    }),
  }));
  const roles = split.roles.map((row) => ({
    ...row,
    label: documentTexts.capitalised(roleLabels[row.code]),
  }));
  return roles.length === 0 ? families : [...families, { label: texts.roles, rows: roles }];
}

function drawings(groups: readonly LabelledGroup[], names: readonly string[]): readonly Block[] {
  const parts = Math.ceil(names.length / PEOPLE_A_DRAWING);
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return Array.from({ length: parts }, (_, part) => part).flatMap((part) => {
    const span = [part * PEOPLE_A_DRAWING, (part + 1) * PEOPLE_A_DRAWING] as const;
    const columns = names.slice(...span);
    const drawing: MatrixDrawing = {
      kind: 'matrix',
      alternative: texts.matrix(rows, columns.length),
      columns,
      groups: groups.map(({ label, rows }) => ({
        label,
        rows: rows.map((row): MatrixRow => ({ ...row, holdings: row.holdings.slice(...span) })),
      })),
      legend: texts.legend,
    };
    return parts > 1 ? [heading(3, texts.matrixPart(part + 1, parts)), drawing] : [drawing];
  });
}

function splitTable(groups: readonly LabelledGroup[], names: readonly string[]): Block {
  const who = (row: LabelledGroup['rows'][number], wanted: Holding) =>
    names.filter((_, index) => row.holdings[index] === wanted).join(', ');
  const remarks = (row: LabelledGroup['rows'][number]) =>
    [
      row.nobody ? texts.legend.nobody : '',
      row.authorisationMissing ? texts.legend.authorisationMissing : '',
      row.clash ? texts.legend.clash : '',
    ].filter((remark) => remark !== '');
  return table(
    [
      { label: texts.columns.mission, share: 4 },
      { label: texts.columns.held, share: 3 },
      { label: texts.columns.requested, share: 3 },
      { label: texts.columns.remark, share: 2.4 },
    ],
    groups.map(({ label, rows }) => ({
      label,
      rows: rows.map((row) => [
        row.label,
        who(row, 'held') || documentTexts.none,
        who(row, 'requested') || documentTexts.none,
        documentTexts.capitalised(remarks(row).join(', ')) || documentTexts.none,
      ]),
    })),
  );
}
