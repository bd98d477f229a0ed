import type { Profile } from '../../../../domain/records.ts';
import { FaultSummary, type FormState, SelectField, TextField } from '../../shell/fields.tsx';
import { inLanguage } from '../../shell/in-language.ts';
import type { PageFrame } from '../../shell/page-frame.ts';
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

/** `/dane/people`: the register, searched and leafed through. */
export function PeoplePage({ frame, view }: { frame: PageFrame; view: PeopleView }) {
  const t = frame.t.dane.people;
  const profiles = (['rupn', 'principal', 'dane'] as const).map((value) => ({
    value,
    label: t.profiles[value],
  }));
  return (
    <DaneLayout frame={frame} section="people" title={t.title}>
      <p class="lede">{t.lede}</p>
      {view.doubts > 0 && (
        <p class="notice">
          <a href={inLanguage(frame, '/dane/people/doubts')}>{t.doubts(view.doubts)}</a>
        </p>
      )}
      <FaultSummary frame={frame} form={view.form} labels={{ uai: t.uai }} />
      <form method="get" action="/dane/people" class="filters">
        <TextField frame={frame} form={view.form} name="q" label={t.text} type="search" optional />
        <TextField frame={frame} form={view.form} name="uai" label={t.uai} optional />
        <SelectField
          frame={frame}
          form={view.form}
          name="profile"
          label={t.profile}
          choices={profiles}
          optional
        />
        <button type="submit">{frame.t.forms.search}</button>
      </form>
      {view.people.length === 0 ? (
        <p class="notice">{t.none}</p>
      ) : (
        <People frame={frame} people={view.people} />
      )}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function People({ frame, people }: { frame: PageFrame; people: PeopleView['people'] }) {
  const t = frame.t.dane.people;
  return (
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.email}</th>
          <th scope="col">{t.profile}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, email, profiles: held }) => (
          <tr>
            <th scope="row">
              <a href={inLanguage(frame, `/dane/people/${id}`)}>{name}</a>
            </th>
            <td data-label={t.email}>{email}</td>
            <td data-label={t.profile}>{held.map((one) => t.profiles[one]).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
