import { EVENT_KINDS } from '../../../../domain/records.ts';
import { CardTable } from '../../shell/card-table.tsx';
import type { EventLine } from '../../shell/event-line.ts';
import { SelectField, TextField } from '../../shell/fields.tsx';
import { FilterForm } from '../../shell/form-parts.tsx';
import { type FormState, isNarrowed } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface EventsView {
  readonly events: readonly EventLine[];
  readonly form: FormState;
  readonly nextHref?: string;
}

/** `/dane/events`: events, latest first, with a search and pages. */
export function EventsPage({ view }: { view: EventsView }) {
  const frame = useFrame();
  const t = frame.t.dane.data.events;
  const kinds = EVENT_KINDS.map((value) => ({ value, label: frame.t.records.eventKinds[value] }));
  return (
    <DaneLayout section="events" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>
        <a class="button" href="/dane/events/new">
          {t.create}
        </a>
      </p>
      <FilterForm action="/dane/events" form={view.form}>
        <TextField name="q" label={t.text} type="search" optional />
        <SelectField name="kind" label={t.kind} choices={kinds} optional />
        <button type="submit" class="secondary">
          {frame.t.forms.search}
        </button>
      </FilterForm>
      {view.events.length === 0 ? (
        <p class="notice">{isNarrowed(view.form) ? t.noneFound : t.none}</p>
      ) : (
        <Events view={view} />
      )}
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
    <CardTable
      compact
      rows={view.events}
      columns={[
        {
          heading: t.name,
          cell: ({ href, title, dates, school }) => (
            <>
              <a href={href}>
                {title}
                <span class="visually-hidden">{`, ${[school, dates].filter(Boolean).join(', ')}`}</span>
              </a>
              {school && <span class="note block">{school}</span>}
            </>
          ),
          names: true,
        },
        { heading: t.code, cell: ({ code }) => code },
        { heading: t.kind, cell: ({ kind }) => kind },
        { heading: t.when, cell: ({ dates }) => dates },
        { heading: t.hours, cell: ({ hours }) => hours || '—' },
      ]}
    />
  );
}
