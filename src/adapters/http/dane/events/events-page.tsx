import { EVENT_KINDS } from '../../../../domain/records.ts';
import type { EventLine } from '../../shell/event-line.ts';
import { type FormState, SelectField, TextField } from '../../shell/fields.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface EventsView {
  readonly events: readonly EventLine[];
  readonly form: FormState;
  readonly nextHref?: string;
}

/** `/dane/events`: the latest first, searched and leafed through. */
export function EventsPage({ view }: { view: EventsView }) {
  const frame = useFrame();
  const t = frame.t.dane.data.events;
  const kinds = EVENT_KINDS.map((value) => ({ value, label: frame.t.records.eventKinds[value] }));
  const field = { form: view.form, optional: true };
  return (
    <DaneLayout section="events" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>
        <a class="button" href="/dane/events/new">
          {t.create}
        </a>
      </p>
      <form method="get" action="/dane/events" class="filters">
        <TextField {...field} name="q" label={t.text} type="search" />
        <SelectField {...field} name="kind" label={t.kind} choices={kinds} />
        <button type="submit" class="secondary">
          {frame.t.forms.search}
        </button>
      </form>
      {view.events.length === 0 ? <p class="notice">{t.none}</p> : <Events view={view} />}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function Events({ view }: { view: EventsView }) {
  const t = useFrame().t.dane.data.events;
  return (
    <table class="table-cards compact">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.code}</th>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.when}</th>
          <th scope="col">{t.hours}</th>
        </tr>
      </thead>
      <tbody>
        {view.events.map(({ code, href, title, kind, dates, hours, school }) => (
          <tr>
            <th scope="row">
              <a href={href}>
                {title}
                <span class="visually-hidden">{`, ${[school, dates].filter(Boolean).join(', ')}`}</span>
              </a>
              {school && <span class="note block">{school}</span>}
            </th>
            <td data-label={t.code}>{code}</td>
            <td data-label={t.kind}>{kind}</td>
            <td data-label={t.when}>{dates}</td>
            <td data-label={t.hours}>{hours || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
