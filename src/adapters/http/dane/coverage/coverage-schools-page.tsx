import { type FormState, SelectField, TextField } from '../../pages/fields.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { SchoolLine } from './coverage-view.ts';

export interface CoverageSchoolsView {
  readonly department: string;
  readonly action: string;
  readonly schools: readonly SchoolLine[];
  readonly form: FormState;
  readonly nextHref?: string;
}

/** `/dane/coverage/{departmentCode}`: the schools of one département. */
export function CoverageSchoolsPage({ frame, view }: { frame: PageFrame; view: CoverageSchoolsView }) {
  const t = frame.t.dane.coverage.school;
  return (
    <DaneLayout frame={frame} section="coverage" title={t.title(view.department)}>
      <form method="get" action={view.action} class="filters">
        <TextField frame={frame} form={view.form} name="q" label={t.text} type="search" optional />
        <SelectField
          frame={frame}
          form={view.form}
          name="only"
          label={t.only}
          choices={[
            { value: 'all', label: t.everyone },
            { value: 'without', label: t.onlyWithout },
          ]}
        />
        <button type="submit">{frame.t.forms.search}</button>
      </form>
      {view.schools.length === 0 ? (
        <p class="notice">{t.none}</p>
      ) : (
        <Schools frame={frame} schools={view.schools} />
      )}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
      <p>
        <a href={inLanguage(frame, '/dane/coverage')}>{t.all}</a>
      </p>
    </DaneLayout>
  );
}

function Schools({ frame, schools }: { frame: PageFrame; schools: readonly SchoolLine[] }) {
  const t = frame.t.dane.coverage.school;
  return (
    <table class="table-cards">
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
              <a href={inLanguage(frame, href)}>{name}</a>
              <span class="note block"> {[commune, uai].filter(Boolean).join(', ')}</span>
            </th>
            {coverage ? (
              <>
                <td data-label={t.families}>{coverage.families.join(' ') || t.noFamily}</td>
                <td data-label={t.rupn}>{coverage.rupn}</td>
                <td data-label={t.requested}>{coverage.requested}</td>
                <td data-label={t.contested}>{coverage.contested}</td>
                <td data-label={t.clashes}>{coverage.clashes}</td>
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
