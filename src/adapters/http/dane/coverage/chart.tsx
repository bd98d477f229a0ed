import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { DepartmentCoverage } from '../../../../application/store/coverage-readers.ts';
import { COVERAGE_STATES, type CoverageState } from '../../../../domain/coverage/measure.ts';
import { type CoverageCell, type CoverageRow, coverageSvg } from '../../../../drawings/coverage-svg.ts';
import { type BarSlice, stackedBarSvg } from '../../../../drawings/stacked-bar-svg.ts';
import { typographic } from '../../../../texts/grammar.ts';
import { CardTable } from '../../components/card-table.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';

/** What a drawing of the coverage shows: a line for each département, or for each family. */
export interface Drawn {
  readonly title: string;
  /** What the lines are. */
  readonly heading: string;
  readonly columns: readonly string[];
  /** Whether the figures of each column were computed after its year. */
  readonly computed?: readonly boolean[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly CoverageCell[];
    /** Whether the line is the sum of the others. */
    readonly total?: boolean;
  }[];
}

type DepartmentRows = readonly DepartmentCoverage[];

/** The départements, each with a name, and their sum. */
export function namedDepartments(
  { t }: PageRequest,
  departments: DepartmentRows,
  whole: DepartmentCoverage,
): DepartmentRows {
  const { noDepartment } = t.dane.coverage;
  return [...departments.map((one) => ({ ...one, name: one.name || one.code || noDepartment })), whole];
}

/** The schools with the families of missions, a line for each département; the last line is the sum. */
export function familiesOf(request: PageRequest, lines: DepartmentRows): Drawn {
  const t = request.t.dane.coverage;
  const { families } = request.wording.framework;
  return {
    title: t.drawing,
    heading: t.department,
    columns: families.map(({ code }) => code),
    rows: lines.map((one) => ({
      name: one.name,
      cells: families.map(({ code }) => cellOf(request, one.families.get(code) ?? 0, one.measured)),
      total: one === lines.at(-1),
    })),
  };
}

/** A part of the schools that were measured; a dash where none was. */
export function cellOf({ t }: PageRequest, part: number, measured: number): CoverageCell {
  const { report, share } = t.dane.coverage;
  if (measured === 0) return { share: 0, count: '–', shareLabel: report.notMeasured };
  return { share: part / measured, count: String(part), shareLabel: share(part / measured) };
}

const SLICES = {
  confirmed: { pattern: 'solid', tone: 'action' },
  'carried-over': { pattern: 'hatched', tone: 'mark' },
  waiting: { pattern: 'dotted', tone: 'action' },
  contested: { pattern: 'crossed', tone: 'bad' },
  nobody: { pattern: 'empty', tone: 'edge' },
} as const satisfies Readonly<Record<CoverageState, Pick<BarSlice, 'pattern' | 'tone'>>>;

/** The schools in each state: as a drawing with its legend, and as a table with a line for each département. */
export function StatesSection({
  rows,
  whole,
  title,
}: {
  rows: DepartmentRows;
  whole: DepartmentCoverage;
  title: string;
}) {
  const t = usePageContext().t.dane.coverage;
  const parts = COVERAGE_STATES.map((state) => ({
    ...{ label: t.states[state], count: whole.states[state] },
    ...SLICES[state],
  }));
  return (
    <section>
      <h2>{title}</h2>
      <div class="drawing">
        {raw(stackedBarSvg({ title, description: t.departmentCard(whole.measured, whole.states), parts }))}
      </div>
      <CardTable
        caption={title}
        rows={rows}
        columns={[
          { heading: t.department, cell: ({ name }) => name, names: true },
          { heading: t.schools, cell: ({ measured }) => measured },
          ...COVERAGE_STATES.map((state) => ({
            heading: t.states[state],
            cell: ({ states }: DepartmentCoverage) => states[state],
          })),
        ]}
      />
      <p>{t.meaningsTitle}</p>
      <ol>
        {COVERAGE_STATES.map((state) => (
          <li>
            <strong>{t.states[state]}</strong> {t.meanings[state]}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The families by their code. */
export function FamilyLegend({ wording: { framework, locale } }: Pick<PageRequest, 'wording'>) {
  return (
    <ul class="legend">
      {framework.families.map(({ code, label }) => (
        <li>
          <strong>{code}</strong> {typographic(label[locale])}
        </li>
      ))}
    </ul>
  );
}

/** A drawing, and the same as a table: the children, or else the cells. The page shows the drawing that fits its
 *  width. */
export function CoverageDrawing({ drawn, children }: { drawn: Drawn; children?: Child }) {
  const t = usePageContext().t.dane.coverage;
  const { title, columns, computed, rows } = drawn;
  const titles = columnTitles(t, drawn);
  const stated = rows.map(({ name, cells }) =>
    t.drawingLine(
      name,
      cells.map(({ count, shareLabel }, at) => `${titles[at]} ${count} (${shareLabel})`).join(', '),
    ),
  );
  const lines = rows.map(({ name, cells, total = false }): CoverageRow => ({ label: name, cells, total }));
  const notes = computed?.map((isComputed) => (isComputed ? t.report.computedNote : undefined));
  const drawing = { title, description: t.drawingText(stated), columns, notes, rows: lines };
  // A narrow cell has room for the second year of a label alone.
  const short = columns.map((column) => (column.length > 4 ? `–${column.slice(-4)}` : column));
  const narrow = { ...drawing, rows: lines.map(withoutEmptyShareLabels), columns: short };
  return (
    <div class="drawing">
      {raw(coverageSvg(narrow, 'narrow'))}
      {raw(coverageSvg(drawing, 'wide'))}
      <details class="fold">
        <summary>{t.asTable}</summary>
        {children ?? <CellsTable {...drawn} />}
      </details>
    </div>
  );
}

/** The titles of the columns, marked if their figures were computed after the year. */
function columnTitles(
  { report }: { readonly report: { readonly computedYear: (year: string) => string } },
  { columns, computed }: Drawn,
): readonly string[] {
  return columns.map((column, at) => (computed?.[at] ? report.computedYear(column) : column));
}

/** A narrow cell of a year that was not measured has its dash alone. */
function withoutEmptyShareLabels(row: CoverageRow): CoverageRow {
  return {
    ...row,
    cells: row.cells.map((cell) => (cell.count === '–' ? { ...cell, shareLabel: '' } : cell)),
  };
}

function CellsTable(drawing: Drawn) {
  const { heading, rows } = drawing;
  const titles = columnTitles(usePageContext().t.dane.coverage, drawing);
  return (
    <CardTable
      rows={rows}
      columns={[
        { heading, cell: ({ name }) => name, names: true },
        ...titles.map((title, at) => ({
          heading: title,
          cell: ({ cells }: Drawn['rows'][number]) => (
            <>
              {cells[at]?.count} <span class="note">{cells[at]?.shareLabel}</span>
            </>
          ),
        })),
      ]}
    />
  );
}
