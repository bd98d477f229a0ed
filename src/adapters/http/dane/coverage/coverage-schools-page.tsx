import { type Choice, SelectField, TextField } from '../../shell/fields.tsx';
import { FilterForm } from '../../shell/form-parts.tsx';
import { type FormState, isNarrowed } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { SchoolLine } from './coverage-view.ts';

export interface CoverageSchoolsView {
  readonly title: string;
  readonly action: string;
  /** The fields that name the school year, or the chosen day. */
  readonly period: Readonly<Record<string, string>>;
  readonly on?: string;
  /** Départements to choose from; none where the page shows only one. */
  readonly departments: readonly Choice[];
  readonly schools: readonly SchoolLine[];
  readonly form: FormState;
  readonly nextHref?: string;
}

/** `/dane/coverage/schools` and `/dane/coverage/{departmentCode}`: the schools of all départements, or of
 *  one. */
export function CoverageSchoolsPage({ view }: { view: CoverageSchoolsView }) {
  const frame = useFrame();
  const t = frame.t.dane.coverage.school;
  return (
    <DaneLayout section="coverage" title={view.title}>
      {view.on && <p class="lede">{frame.t.dane.coverage.situation(frame.t.day(view.on))}</p>}
      <FilterForm action={view.action} form={view.form}>
        {Object.entries(view.period).map(([name, value]) => (
          <input type="hidden" {...{ name, value }} />
        ))}
        <TextField name="q" label={t.text} type="search" optional />
        <SelectField
          name="only"
          label={t.only}
          choices={[
            { value: 'all', label: t.everyone },
            { value: 'without', label: t.onlyWithout },
            { value: 'clashes', label: t.onlyClashes },
          ]}
        />
        {view.departments.length > 0 && (
          <SelectField
            name="department"
            label={frame.t.dane.coverage.department}
            choices={view.departments}
            optional
          />
        )}
        <button type="submit">{frame.t.forms.search}</button>
      </FilterForm>
      {view.schools.length === 0 ? <None form={view.form} /> : <Schools schools={view.schools} />}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
      <p>
        <a href={`/dane/coverage${view.on ? `?on=${view.on}` : ''}`}>{t.all}</a>
      </p>
    </DaneLayout>
  );
}

function None({ form }: { form: FormState }) {
  const t = useFrame().t.dane.coverage.school;
  if (isNarrowed(form)) return <p class="notice">{t.noneFound}</p>;
  return (
    <p class="notice">
      {t.none} <a href="/dane/imports">{t.toImports}</a>
    </p>
  );
}

function Schools({ schools }: { schools: readonly SchoolLine[] }) {
  const t = useFrame().t.dane.coverage.school;
  return (
    <table class="table-cards compact">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.families}</th>
          <th scope="col">{t.rupn}</th>
          <th scope="col">{t.requested}</th>
          <th scope="col">{t.contested}</th>
          <th scope="col">{t.clashes}</th>
        </tr>
      </thead>
      <tbody>
        {schools.map(({ uai, name, commune, href, coverage }) => (
          <tr>
            <th scope="row">
              <a href={href}>{name}</a>
              <span class="note block"> {[commune, uai].filter(Boolean).join(', ')}</span>
            </th>
            {coverage ? (
              <>
                <td data-label={t.families}>{coverage.families.join(' ') || t.noFamily}</td>
                <td data-label={t.rupn} class={zero(coverage.rupn)}>
                  {coverage.rupn}
                </td>
                <td data-label={t.requested} class={zero(coverage.requested)}>
                  {coverage.requested}
                </td>
                <td data-label={t.contested} class={zero(coverage.contested)}>
                  {coverage.contested}
                </td>
                <td data-label={t.clashes} class={zero(coverage.clashes)}>
                  {coverage.clashes}
                </td>
              </>
            ) : (
              <td colspan={5}>{t.notMeasured}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Zeros are hidden on a phone. */
function zero(count: number): string | undefined {
  return count === 0 ? 'zero' : undefined;
}
