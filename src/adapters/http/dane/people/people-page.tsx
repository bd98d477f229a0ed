import type { Profile } from '../../../../domain/records.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { FaultSummary, SelectField, TextField } from '../../shell/fields.tsx';
import { FilterForm } from '../../shell/form-parts.tsx';
import { SchoolField } from '../../shell/named-field.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface PeopleView {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly profiles: readonly Profile[];
  }[];
  readonly form: FormState;
  readonly nextHref?: string;
  readonly doubts: number;
}

/** `/dane/people`: the register of people, with a search and pages. */
export function PeoplePage({ view }: { view: PeopleView }) {
  const frame = useFrame();
  const t = frame.t.dane.people;
  const profiles = (['rupn', 'principal', 'dane'] as const).map((value) => ({
    value,
    label: t.profiles[value],
  }));
  return (
    <DaneLayout section="people" title={t.title}>
      <p class="lede">{t.lede}</p>
      {view.doubts > 0 && (
        <p class="notice">
          <a href="/dane/people/doubts">{t.doubts(view.doubts)}</a>
        </p>
      )}
      <FaultSummary form={view.form} labels={{ uai: t.uai }} />
      <FilterForm action="/dane/people" form={view.form}>
        <TextField name="q" label={t.text} type="search" optional />
        <SchoolField name="uai" label={t.uai} optional />
        <SelectField name="profile" label={t.profile} choices={profiles} optional />
        <button type="submit">{frame.t.forms.search}</button>
      </FilterForm>
      {view.people.length === 0 ? <p class="notice">{t.none}</p> : <People people={view.people} />}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function People({ people }: { people: PeopleView['people'] }) {
  const t = useFrame().t.dane.people;
  return (
    <CardTable
      rows={people}
      columns={[
        { heading: t.name, cell: ({ id, name }) => <a href={`/dane/people/${id}`}>{name}</a>, names: true },
        { heading: t.email, cell: ({ email }) => email },
        { heading: t.profile, cell: ({ profiles: held }) => held.map((one) => t.profiles[one]).join(', ') },
      ]}
    />
  );
}
