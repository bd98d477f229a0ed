import { situationDay, sumOfDepartments } from '../../../../application/coverage/tables.ts';
import type { CoveragePeriod, DepartmentCoverage } from '../../../../application/store/coverage-readers.ts';
import { schoolYearLabel, schoolYearOf } from '../../../../domain/time/school-year.ts';
import type { AppDeps } from '../../env.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { Filter, yearField } from '../../forms/filter.tsx';
import { type FormValues, noFields } from '../../forms/schema.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { renderFigures } from './figures.tsx';
import { periodOf, queryOf, yearsOf } from './period.ts';
import { answerReport, renderReport } from './report.tsx';
import { renderSchools } from './schools.tsx';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** `/dane/coverage`: the académie, its départements, their schools, and the same data as files. */
export const coveragePages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/coverage', 'read-register', renderCoverage)
    .page('/dane/coverage.csv', 'read-register', (request) => answerFile(request, 'schools', 'csv'))
    .page('/dane/coverage.xlsx', 'read-register', (request) => answerFile(request, 'schools', 'xlsx'))
    .page('/dane/coverage/departments.csv', 'read-register', (request) =>
      answerFile(request, 'departments', 'csv'),
    )
    .page('/dane/coverage/departments.xlsx', 'read-register', (request) =>
      answerFile(request, 'departments', 'xlsx'),
    )
    .form('/dane/coverage/measure', 'keep-register', {
      schema: noFields,
      act: (request, _, values) => measure(request, values),
    })
    .page('/dane/coverage/report', 'read-register', renderReport)
    .page('/dane/coverage/report.pdf', 'read-register', (request) => answerReport(request, deps))
    .page('/dane/coverage/:departmentCode', 'read-register', renderSchools);

async function measure({ services, me, today }: PageRequest, values: FormValues) {
  const { schoolYear, on } = periodOf(today, { year: values['year']?.[0], on: values['on']?.[0] });
  const isCurrent = schoolYear === schoolYearOf(today);
  const job = await services.beginJob(
    on
      ? { kind: 'measure-coverage-day', on }
      : { kind: 'measure-coverage', ...(!isCurrent && { schoolYear }) },
    me,
  );
  return `/dane/jobs/${job.id}`;
}

async function answerFile(
  { c, services, ports, today, t: texts, wording }: PageRequest,
  wanted: 'schools' | 'departments',
  format: keyof typeof MEDIA_TYPES,
) {
  const t = texts.dane.coverage;
  const { fault: _, ...period } = periodOf(today, c.req.query());
  const { csv, xlsx } = ports.tableWriters;
  const write = format === 'csv' ? csv : xlsx(wording.locale);
  const table = await (wanted === 'schools'
    ? services.readCoverageTable(t.file, period)
    : services.readDepartmentTable({ ...t.departmentFile, academy: t.academy }, period));
  return c.body(write([table]) as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': MEDIA_TYPES[format],
    'Content-Disposition': `attachment; filename="${table.name}-${period.on ?? schoolYearLabel(period.schoolYear)}.${format}"`,
  });
}

/** The families covered in each département, and the schools without any RUPN. */
async function renderCoverage(request: PageRequest) {
  const { store, ports } = request;
  const t = request.t.dane.coverage;
  const { fault, ...period } = periodOf(request.today, request.c.req.query());
  const departments = await store.readDepartmentCoverage({ scope: ports.scope, ...period });
  const whole = sumOfDepartments(departments, t.academy);
  const { measured, schools, states } = whole;
  const situation = situationDay(period, whole.measuredAt);
  const year = schoolYearLabel(period.schoolYear);
  const draftDay = period.on ?? (fault && request.query('on')) ?? '';
  const form = {
    values: { year: [String(period.schoolYear)], on: [draftDay] },
    faults: fault ? { on: fault } : {},
  };
  const labels = { year: t.schoolYear, on: t.situationField, onHelp: t.situationHelp };
  const none = period.on ? t.dayNotMeasured(request.t.day(period.on)) : t.neverMeasured(year);
  return (
    <DaneLayout section="coverage" title={t.title}>
      <p class="lede">{measured === 0 ? none : t.lede(measured, states, year)}</p>
      {situation && (
        <p>
          <strong>{t.situation(request.t.day(situation))}</strong>
        </p>
      )}
      <Filter
        action="/dane/coverage"
        form={form}
        labels={labels}
        fields={[yearField(yearsOf(request.today)), { kind: 'day', name: 'on' }]}
      />
      {measured > 0 && measured < schools && <p class="notice">{t.notMeasured(schools - measured)}</p>}
      {whole.computed > 0 && <p class="notice">{t.computed(whole.computed)}</p>}
      {await renderMeasuring(request, period, whole)}
      <p class="note">{t.scopes[ports.scope]}</p>
      {measured > 0 && (
        <>
          <p>
            <a href={`/dane/coverage/report?${new URLSearchParams({ year: String(period.schoolYear) })}`}>
              {t.report.link}
            </a>
          </p>
          {renderFigures(request, departments, period)}
          <Downloads query={`${new URLSearchParams(queryOf(period))}`} />
        </>
      )}
      <h2>{t.definitionTitle}</h2>
      <p>{t.definition}</p>
    </DaneLayout>
  );
}

/** The last measure of the period, with its job, and the button that measures again. */
async function renderMeasuring(
  request: PageRequest,
  period: CoveragePeriod,
  { measuredAt, measured, computed, schools }: DepartmentCoverage,
) {
  const t = request.t.dane.coverage;
  const isPast = period.on === undefined && period.schoolYear < schoolYearOf(request.today);
  if (isPast && measured === schools && measured > 0 && computed === 0)
    return <p class="note">{t.measuredOnce}</p>;
  const job = await request.store.readLatestJob(period.on ? 'measure-coverage-day' : 'measure-coverage');
  const last = measuredAt
    ? [t.measuredAt(request.t.moment(measuredAt)), ...(period.on || isPast ? [] : [t.daily])].join(' ')
    : undefined;
  return (
    <Form action="/dane/coverage/measure" class="actions" hidden={queryOf(period)}>
      <Submit class="secondary">{period.on ? t.measureDay : t.measure}</Submit>
      <span class="note">
        {job && !job.finishedAt ? t.measuring : last}{' '}
        {job && <a href={`/dane/jobs/${job.id}`}>{t.measureDetail}</a>}
      </span>
    </Form>
  );
}

function Downloads({ query }: { query: string }) {
  const t = usePageContext().t.dane.coverage;
  const files = [
    ['/dane/coverage/departments', t.byDepartment],
    ['/dane/coverage', t.bySchool],
  ] as const;
  return (
    <>
      <h2>{t.download}</h2>
      <ul class="links">
        {files.map(([path, what]) => (
          <li>
            {what}{' '}
            {(['csv', 'xlsx'] as const).map((format) => (
              <>
                <a href={`${path}.${format}?${query}`} download>
                  {t.formats[format]}
                  <span class="visually-hidden"> ({what})</span>
                </a>{' '}
              </>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
