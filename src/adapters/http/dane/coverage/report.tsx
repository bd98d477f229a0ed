import type { Child } from 'hono/jsx';
import {
  type CoverageReport,
  computedYears,
  inEachYear,
  missingYears,
  yearTitle,
} from '../../../../application/coverage/report.ts';
import { situationDay } from '../../../../application/coverage/tables.ts';
import { makeCoverageReport } from '../../../../application/papers/coverage-report.ts';
import { COVERAGE_STATES, type CoverageState } from '../../../../domain/coverage/measure.ts';
import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { typographic } from '../../../../texts/grammar.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { AppDeps } from '../../env.ts';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import {
  CoverageDrawing,
  cellOf,
  type Drawn,
  FamilyLegend,
  familiesOf,
  namedDepartments,
  StatesSection,
} from './chart.tsx';
import { periodOf } from './period.ts';

/** `/dane/coverage/report`: the coverage of a school year on a page to print, with the trend of some years. */
export async function renderReport(request: PageRequest) {
  const { t: texts, wording, ports } = request;
  const t = texts.dane.coverage;
  const report = await readReport(request);
  const { whole, schoolYear, years } = report;
  const on = situationDay({ schoolYear }, whole.measuredAt);
  const missing = missingYears(report);
  const computed = computedYears(report);
  const year = schoolYearLabel(schoolYear);
  return (
    <DaneLayout section="coverage" title={t.report.title(year)}>
      <p class="lede">
        {whole.measured === 0 ? t.neverMeasured(year) : t.lede(whole.measured, whole.states, year)}
      </p>
      {on && (
        <p>
          <strong>{t.situation(texts.day(on))}</strong>
        </p>
      )}
      <p class="actions no-print">
        {whole.measured > 0 && (
          <a class="button" href={`/dane/coverage/report.pdf?year=${schoolYear}`}>
            {t.report.pdf}
          </a>
        )}
        <a href={`/dane/coverage?year=${schoolYear}`}>{t.report.back}</a>
      </p>
      {whole.measured > 0 && (
        <>
          <StatesSection rows={departmentRows(request, report)} whole={whole} title={t.report.states} />
          <StateTrend years={years} />
          <DrawnSection drawn={trendOf(request, report)} />
          <DrawnSection drawn={familiesOf(request, departmentRows(request, report))}>
            <FamilyLegend wording={wording} />
          </DrawnSection>
          <DrawnSection drawn={familyTrendOf(request, report)} />
        </>
      )}
      <h2>{t.report.sources}</h2>
      <p>{t.report.sourcesText}</p>
      <p>{t.definition}</p>
      <p class="note">
        {t.scopes[ports.scope]} {whole.measuredAt && t.report.measured(texts.day(whole.measuredAt))}{' '}
        {t.report.running} {computed.length > 0 && t.report.computed(computed)}{' '}
        {missing.length > 0 && `${t.report.missing(missing)} ${t.report.howToMeasure}`}
      </p>
    </DaneLayout>
  );
}

/** The same as a paper, in French. */
export async function answerReport(request: PageRequest, deps: AppDeps) {
  const { c, ports } = request;
  const { issuer, clock, scope, catalogue } = ports;
  const paper = makeCoverageReport(await readReport(request), {
    issuerName: issuer.name,
    madeAt: clock.now(),
    framework: catalogue.framework,
    scope,
  });
  const bytes = await deps.drawer.drawPdf(paper);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf' });
}

function readReport({ services, today, query, t }: PageRequest): Promise<CoverageReport> {
  const { schoolYear } = periodOf(today, { year: query('year') });
  return services.readCoverageReport(schoolYear, t.dane.coverage.academy);
}

const departmentRows = (request: PageRequest, { departments, whole }: CoverageReport) =>
  namedDepartments(request, departments, whole);

/** The schools in each state in each year; a year that was computed later says so. */
function StateTrend({ years }: Pick<CoverageReport, 'years'>) {
  const t = usePageContext().t.dane.coverage;
  return (
    <section>
      <h2>{t.report.stateTrend}</h2>
      <CardTable
        caption={t.report.stateTrend}
        rows={COVERAGE_STATES}
        columns={[
          { heading: t.report.state, cell: (state) => t.states[state], names: true },
          ...years.map((year) => ({
            heading: yearTitle(t, year),
            cell: (state: CoverageState) => t.report.cell(year.whole.states[state], year.whole.measured),
          })),
        ]}
      />
    </section>
  );
}

function columnsOf(years: CoverageReport['years']): Pick<Drawn, 'columns' | 'computed'> {
  return {
    columns: years.map(({ schoolYear }) => schoolYearLabel(schoolYear)),
    computed: years.map(({ whole }) => whole.computed > 0),
  };
}

function trendOf(request: PageRequest, report: CoverageReport): Drawn {
  const t = request.t.dane.coverage;
  return {
    title: t.report.trend,
    heading: t.department,
    ...columnsOf(report.years),
    rows: departmentRows(request, report).map((one) => ({
      name: one.name,
      total: one === report.whole,
      cells: inEachYear(report, one).map((its) =>
        cellOf(request, its?.states.confirmed ?? 0, its?.measured ?? 0),
      ),
    })),
  };
}

function familyTrendOf(request: PageRequest, { years }: CoverageReport): Drawn {
  const t = request.t.dane.coverage;
  const { framework, locale } = request.wording;
  return {
    title: t.report.familyTrend,
    heading: t.report.familyColumn,
    ...columnsOf(years),
    rows: framework.families.map(({ code, label }) => ({
      name: `${code} · ${typographic(label[locale])}`,
      cells: years.map(({ whole }) => cellOf(request, whole.families.get(code) ?? 0, whole.measured)),
    })),
  };
}

function DrawnSection({ drawn, children }: { drawn: Drawn; children?: Child }) {
  return (
    <section>
      <h2>{drawn.title}</h2>
      {children}
      <CoverageDrawing drawn={drawn} />
    </section>
  );
}
