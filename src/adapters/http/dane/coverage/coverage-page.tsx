import { raw } from 'hono/html';
import type { SchoolScope } from '../../../../domain/engagement/school-scope.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { type Choice, DateField, FaultSummary, SelectField } from '../../shell/fields.tsx';
import { FilterForm } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { CoverageView } from './coverage-view.ts';

export interface CoveragePageView extends CoverageView {
  readonly scope: SchoolScope;
  /** The school year that is shown, as in the address. */
  readonly year: string;
  readonly years: readonly Choice[];
  /** The day that was chosen. */
  readonly on?: string;
  /** The period in the addresses of the same data. */
  readonly query: string;
  readonly form: FormState;
  readonly families: readonly { readonly code: string; readonly label: string }[];
  /** The last job that measured the coverage. */
  readonly job?: { readonly id: string; readonly underway: boolean };
}

/** `/dane/coverage`: the families covered in each département, and the schools without any RUPN. */
export function CoveragePage({ view }: { view: CoveragePageView }) {
  const frame = useFrame();
  const t = frame.t.dane.coverage;
  const { measured, schools, drawings } = view;
  return (
    <DaneLayout section="coverage" title={t.title}>
      <p class="lede">
        {measured === 0
          ? view.on
            ? t.dayNotMeasured(frame.t.day(view.on))
            : t.neverMeasured(view.schoolYear)
          : t.lede(measured, view.withoutRupn, view.schoolYear)}
      </p>
      {view.situation && (
        <p>
          <strong>{t.situation(frame.t.day(view.situation))}</strong>
        </p>
      )}
      <FaultSummary form={view.form} labels={{ on: t.situationField }} />
      <YearForm view={view} />
      {measured > 0 && measured < schools && <p class="notice">{t.notMeasured(schools - measured)}</p>}
      <MeasureAgain view={view} />
      <p class="note">{t.scopes[view.scope]}</p>
      {drawings !== undefined && (
        <>
          <h2>{t.drawing}</h2>
          <ul class="legend">
            {view.families.map(({ code, label }) => (
              <li>
                <strong>{code}</strong> {label}
              </li>
            ))}
          </ul>
          <div class="drawing">
            {raw(drawings.narrow)}
            {raw(drawings.wide)}
            <details class="fold">
              <summary>{t.asTable}</summary>
              <CoverageTable view={view} />
            </details>
          </div>
          <Departments view={view} />
          <Downloads query={view.query} />
        </>
      )}
      <h2>{t.definitionTitle}</h2>
      <p>{t.definition}</p>
    </DaneLayout>
  );
}

function YearForm({ view }: { view: CoveragePageView }) {
  const frame = useFrame();
  const t = frame.t.dane.coverage;
  return (
    <FilterForm action="/dane/coverage" form={view.form}>
      <SelectField name="year" label={frame.t.dane.coverage.schoolYear} choices={view.years} />
      <DateField name="on" label={t.situationField} help={t.situationHelp} optional />
      <button type="submit" class="secondary">
        {frame.t.dane.coverage.show}
      </button>
    </FilterForm>
  );
}

function MeasureAgain({ view }: { view: CoveragePageView }) {
  const frame = useFrame();
  const t = frame.t.dane.coverage;
  const { job, measuredAt, year } = view;
  return (
    <form method="post" action="/dane/coverage/measure" class="actions">
      <input type="hidden" name="year" value={year} />
      {view.on && <input type="hidden" name="on" value={view.on} />}
      <button type="submit" class="secondary">
        {view.on ? t.measureDay : t.measure}
      </button>
      <span class="note">
        {job?.underway
          ? t.measuring
          : measuredAt &&
            [t.measuredAt(frame.t.moment(measuredAt)), ...(view.on ? [] : [t.daily])].join(' ')}{' '}
        {job && <a href={`/dane/jobs/${job.id}`}>{t.measureDetail}</a>}
      </span>
    </form>
  );
}

function CoverageTable({ view }: { view: CoverageView }) {
  const t = useFrame().t.dane.coverage;
  const families = view.lines[0]?.cells.map(({ family }) => family) ?? [];
  return (
    <CardTable
      rows={view.lines}
      columns={[
        { heading: t.department, cell: ({ name }) => name, names: true },
        { heading: t.schools, cell: ({ schools }) => schools },
        { heading: t.withoutRupn, cell: ({ withoutRupn }) => withoutRupn },
        ...families.map((family, at) => ({
          heading: t.family(family),
          cell: ({ cells }: CoverageView['lines'][number]) => `${cells[at]?.count} (${cells[at]?.share})`,
        })),
        { heading: t.waiting, cell: ({ requested }) => requested },
        { heading: t.clashes, cell: ({ clashes }) => clashes },
      ]}
    />
  );
}

function Departments({ view }: { view: CoverageView }) {
  const t = useFrame().t.dane.coverage;
  return (
    <>
      <h2>{t.departments}</h2>
      <ul class="waiting">
        {view.lines.map(
          ({ name, href, schools, withoutRupn }) =>
            href !== undefined && (
              <li>
                <a href={href}>{name}</a>
                <span class="block">{t.departmentCard(schools, withoutRupn)}</span>
              </li>
            ),
        )}
      </ul>
    </>
  );
}

function Downloads({ query }: { query: string }) {
  const t = useFrame().t.dane.coverage;
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
