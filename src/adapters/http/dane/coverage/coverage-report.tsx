import { raw } from 'hono/html';
import { type CoverageReport, inEachYear } from '../../../../application/coverage/coverage-report.ts';
import { situationDay } from '../../../../application/coverage/coverage-tables.ts';
import { makeCoverageReport } from '../../../../application/papers/coverage-report.ts';
import type { DepartmentCoverage } from '../../../../application/store/engagement-readers.ts';
import { COVERAGE_STATES } from '../../../../domain/coverage/measure-coverage.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { type CoverageCell, coverageSvg } from '../../../../drawings/coverage-svg.ts';
import type { AppDeps } from '../../env.ts';
import { CardTable } from '../../shell/card-table.tsx';
import type { Visit } from '../../shell/visit.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { periodOf } from './coverage-period.ts';

/** A table of the report: a line for each département, or for each family. */
interface ReportTable {
  readonly title: string;
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly CoverageCell[] }[];
}

/** `/dane/coverage/report`: the coverage of a school year on a page to print, with the trend of some years. */
export async function drawReport(visit: Visit) {
  const { t: words, wording, ports } = visit;
  const t = words.dane.coverage;
  const report = await readReport(visit);
  const { whole, schoolYear, years } = report;
  const on = situationDay({ schoolYear }, whole.measuredAt);
  const missing = years
    .filter((one) => one.whole.measured === 0)
    .map((one) => schoolYearLabel(one.schoolYear));
  const year = schoolYearLabel(schoolYear);
  return (
    <DaneLayout section="coverage" title={t.report.title(year)}>
      <p class="lede">
        {whole.measured === 0 ? t.neverMeasured(year) : t.lede(whole.measured, whole.states, year)}
      </p>
      {on && (
        <p>
          <strong>{t.situation(words.day(on))}</strong>
        </p>
      )}
      <p class="actions no-print">
        <a class="button" href={`/dane/coverage/report.pdf?year=${schoolYear}`}>
          {t.report.pdf}
        </a>
        <a href={`/dane/coverage?year=${schoolYear}`}>{t.report.back}</a>
      </p>
      {whole.measured > 0 && (
        <>
          {drawStates(visit, report)}
          {drawTable(visit, trendOf(visit, report))}
          <ul class="legend">
            {wording.framework.families.map(({ code, label }) => (
              <li>
                <strong>{code}</strong> {label[wording.locale]}
              </li>
            ))}
          </ul>
          {drawTable(visit, familiesOf(visit, report))}
          {drawTable(visit, familyTrendOf(visit, report))}
        </>
      )}
      <h2>{t.report.sources}</h2>
      <p>{t.report.sourcesText}</p>
      <p>{t.definition}</p>
      <p class="note">
        {t.scopes[ports.scope]} {whole.measuredAt && t.report.measured(words.day(whole.measuredAt))}{' '}
        {t.report.running} {missing.length > 0 && `${t.report.missing(missing)} ${t.report.howToMeasure}`}
      </p>
    </DaneLayout>
  );
}

/** The same as a paper, in French. */
export async function answerReport(visit: Visit, deps: AppDeps) {
  const { c, ports } = visit;
  const { issuer, clock, scope, catalogue } = ports;
  const paper = makeCoverageReport(await readReport(visit), {
    issuerName: issuer.name,
    madeAt: clock.now(),
    framework: catalogue.framework,
    scope,
  });
  const bytes = await deps.drawer.drawPdf(paper);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf' });
}

function readReport({ services, today, query, t }: Visit): Promise<CoverageReport> {
  const { schoolYear } = periodOf(today, { year: query('year') });
  return services.readCoverageReport(schoolYear, t.dane.coverage.academy);
}

function linesOf({ t }: Visit, { departments, whole }: CoverageReport): readonly DepartmentCoverage[] {
  const { noDepartment } = t.dane.coverage;
  return [...departments.map((one) => ({ ...one, name: one.name || one.code || noDepartment })), whole];
}

function drawStates(visit: Visit, report: CoverageReport) {
  const t = visit.t.dane.coverage;
  return (
    <section>
      <h2>{t.report.states}</h2>
      <CardTable
        caption={t.report.states}
        rows={linesOf(visit, report)}
        columns={[
          { heading: t.department, cell: ({ name }) => name, names: true },
          { heading: t.schools, cell: ({ measured }) => measured },
          ...COVERAGE_STATES.map((state) => ({
            heading: t.states[state],
            cell: ({ states }: DepartmentCoverage) => states[state],
          })),
        ]}
      />
    </section>
  );
}

function cellOf({ t }: Visit, part: number, measured: number): CoverageCell {
  const { report, share } = t.dane.coverage;
  if (measured === 0) return { share: 0, count: '–', shareLabel: report.notMeasured };
  return { share: part / measured, count: String(part), shareLabel: share(part / measured) };
}

function trendOf(visit: Visit, report: CoverageReport): ReportTable {
  const t = visit.t.dane.coverage;
  return {
    title: t.report.trend,
    heading: t.department,
    columns: report.years.map((one) => schoolYearLabel(one.schoolYear)),
    rows: linesOf(visit, report).map((one) => ({
      name: one.name,
      cells: inEachYear(report, one).map((its) =>
        cellOf(visit, its?.states.confirmed ?? 0, its?.measured ?? 0),
      ),
    })),
  };
}

function familiesOf(visit: Visit, report: CoverageReport): ReportTable {
  const t = visit.t.dane.coverage;
  const { families } = visit.wording.framework;
  return {
    title: t.drawing,
    heading: t.department,
    columns: families.map(({ code }) => code),
    rows: linesOf(visit, report).map((one) => ({
      name: one.name,
      cells: families.map(({ code }) => cellOf(visit, one.families.get(code) ?? 0, one.measured)),
    })),
  };
}

function familyTrendOf(visit: Visit, { years }: CoverageReport): ReportTable {
  const t = visit.t.dane.coverage;
  const { framework, locale } = visit.wording;
  return {
    title: t.report.familyTrend,
    heading: t.report.familyColumn,
    columns: years.map((one) => schoolYearLabel(one.schoolYear)),
    rows: framework.families.map(({ code, label }) => ({
      name: `${code} · ${label[locale]}`,
      cells: years.map(({ whole }) => cellOf(visit, whole.families.get(code) ?? 0, whole.measured)),
    })),
  };
}

/** A drawing, and the same as a table. The page shows the drawing that fits its width. */
function drawTable({ t: words }: Visit, { title, heading, columns, rows }: ReportTable) {
  const t = words.dane.coverage;
  const said = rows.map(({ name, cells }) =>
    t.drawingLine(
      name,
      cells.map(({ count, shareLabel }, at) => `${columns[at]} ${count} (${shareLabel})`).join(', '),
    ),
  );
  const drawing = {
    title,
    description: t.drawingText(said),
    rows: rows.map(({ name, cells }, at) => ({
      label: name,
      cells,
      total: at === rows.length - 1 && heading === t.department,
    })),
  };
  // A narrow cell has room for the second year of a label alone.
  const short = columns.map((column) => (column.length > 4 ? `–${column.slice(-4)}` : column));
  return (
    <section>
      <h2>{title}</h2>
      <div class="drawing">
        {raw(coverageSvg({ ...drawing, columns: short }, 'narrow'))}
        {raw(coverageSvg({ ...drawing, columns }, 'wide'))}
        <details class="fold">
          <summary>{t.asTable}</summary>
          <CardTable
            rows={rows}
            columns={[
              { heading, cell: ({ name }) => name, names: true },
              ...columns.map((column, at) => ({
                heading: column,
                cell: ({ cells }: ReportTable['rows'][number]) => (
                  <>
                    {cells[at]?.count} <span class="note">{cells[at]?.shareLabel}</span>
                  </>
                ),
              })),
            ]}
          />
        </details>
      </div>
    </section>
  );
}
