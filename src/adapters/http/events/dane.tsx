import { z } from 'zod';
import { EVENT_KINDS, type Event } from '../../../domain/records.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import { parseLocalDate } from '../../../domain/time/calendar.ts';
import { CardTable } from '../components/card-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { eventHref, eventRow, eventValues } from '../components/event-summary.ts';
import { PAGE_SIZE, Paging, pageOf } from '../components/pagination.tsx';
import { DaneLayout } from '../dane/layout.tsx';
import type { AppDeps } from '../env.ts';
import { type FormState, isNarrowed } from '../forms/context.ts';
import { Form } from '../forms/elements.tsx';
import { Filter } from '../forms/filter.tsx';
import { DateField, SelectField, TextField } from '../forms/inputs.tsx';
import { findSchool, readLookupInput, refuseNamed, schoolValue } from '../forms/name-lookup.ts';
import { SchoolField } from '../forms/name-lookup-field.tsx';
import {
  choiceOf,
  type FormValues,
  optionalDate,
  optionalNumber,
  optionalText,
  requiredDate,
  requiredText,
} from '../forms/schema.ts';
import { formOver } from '../forms/submission.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { daneRollCallPages } from './dane-roll-call.tsx';
import { DetailFields, detailFields, detailValues, toDetails } from './details.tsx';
import { eventPages, readEventOf } from './details-page.tsx';

/** Separates a day and a code in the address of the next page. */
const SEPARATOR = '~';

const fields = {
  kind: choiceOf(EVENT_KINDS),
  title: requiredText(300),
  startsOn: requiredDate,
  endsOn: optionalDate,
  hours: optionalNumber,
  tags: optionalText(200),
  uai: optionalText(),
  ...detailFields,
};
const eventForm = z.object(fields);

/** `/dane/events`: the list, an event's own form, and all pages of one event. */
export function daneEventPages(deps: AppDeps) {
  // The faults that the form shows for a refusal, by field.
  const refusals = {
    'event-code-taken': { code: 'taken' },
    'unknown-establishment': { uai: 'unknown-establishment' },
  } as const;
  return definePages(deps, 'dane')
    .page('/dane/events', 'read-register', renderEvents)
    .page('/dane/events/new', 'keep-register', renderNew)
    .form('/dane/events/new', 'keep-register', {
      page: renderNew,
      schema: z.object({ code: requiredText(100), ...fields }),
      act: (request, { code, ...said }, values) =>
        save(request, values, { event: toEvent(code, said), said, isNew: true }),
      done: 'event-saved',
      refusals,
    })
    .page('/dane/events/:code/change', 'keep-register', renderChange)
    .form('/dane/events/:code/change', 'keep-register', {
      page: renderChange,
      schema: eventForm,
      act: (request, said, values) =>
        save(request, values, { event: toEvent(request.param('code'), said), said, isNew: false }),
      done: 'event-saved',
      refusals,
    })
    .with(eventPages(deps).routes)
    .with(daneRollCallPages(deps).routes);
}

/** The event without its school, which another function looks for. */
function toEvent(code: string, value: z.output<typeof eventForm>): Event {
  const { kind, title, startsOn, endsOn, hours, tags } = value;
  return compact({
    code,
    kind,
    title,
    startsOn,
    endsOn,
    hours,
    tags: (tags ?? '')
      .split(/[,|]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  });
}

async function save(
  { store, services, me }: PageRequest,
  values: FormValues,
  given: {
    readonly event: Event;
    readonly said: Parameters<typeof toDetails>[0];
    readonly isNew: boolean;
  },
) {
  const { startsOn, endsOn, code } = given.event;
  if (endsOn && endsOn < startsOn) return { faults: { endsOn: 'end-before-start' as const } };
  const detailed = toDetails(given.said, given.event);
  if ('faults' in detailed) return detailed;
  const { key: uai, ...named } = await findSchool(store, readLookupInput(values, 'uai'));
  if (named.fault) return refuseNamed('uai', named);
  const event = { ...given.event, ...(uai && { uai }) };
  await services.saveEvent({ event, ...detailed, isNew: given.isNew, actor: me });
  return eventHref(code);
}

/** Events, latest first, with a search and pages. */
async function renderEvents({ c, store, wording, t: texts }: PageRequest) {
  const t = texts.dane.data.events;
  const { q = '', kind = '', after = '' } = c.req.query();
  const known = EVENT_KINDS.find((one) => one === kind);
  const { rows, last } = pageOf(
    await store.searchEvents({
      limit: PAGE_SIZE + 1,
      ...(q.trim() && { text: q.trim() }),
      ...(known && { kind: known }),
      ...keyOf(after),
    }),
  );
  const schools = await store.readSchoolsByUai(rows.flatMap(({ uai }) => uai ?? []));
  const schoolOf = new Map(schools.map(({ uai, name }) => [uai, name]));
  const next = last && { q, kind, after: `${last.startsOn}${SEPARATOR}${last.code}` };
  const form = { values: { q: [q], kind: [kind] }, faults: {} };
  return (
    <DaneLayout section="events" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>
        <a class="button" href="/dane/events/new">
          {t.create}
        </a>
      </p>
      <Filter
        action="/dane/events"
        form={form}
        labels={{ ...t, q: t.text }}
        fields={[
          { kind: 'text', name: 'q' },
          { kind: 'choice', name: 'kind', choices: kindChoices(texts) },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState>{isNarrowed(form) ? t.noneFound : t.none}</EmptyState>
      ) : (
        <CardTable
          compact
          rows={rows.map((event) => eventRow(wording, event, event.uai && schoolOf.get(event.uai)))}
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
            { heading: t.kind, cell: (line) => line.kind },
            { heading: t.when, cell: ({ dates }) => dates },
            { heading: t.hours, cell: ({ hours }) => hours || '—' },
          ]}
        />
      )}
      <Paging next={next && `/dane/events?${new URLSearchParams(next)}`} />
    </DaneLayout>
  );
}

function keyOf(after: string) {
  const [day = '', ...code] = after.split(SEPARATOR);
  if (code.length === 0) return {};
  return { after: { startsOn: parseLocalDate(day), code: code.join(SEPARATOR) } };
}

/** A new event. The address may propose its kind and title. */
function renderNew({ c, sent, t }: PageRequest) {
  const { kind = '', title = '' } = c.req.query();
  const requested = { kind: EVENT_KINDS.filter((one) => one === kind), title: [title] };
  return (
    <DaneLayout section="events" title={t.dane.data.events.createTitle}>
      <EventForm action="/dane/events/new" form={sent ?? { values: requested, faults: {} }} isNew />
    </DaneLayout>
  );
}

async function renderChange(request: PageRequest) {
  const event = await readEventOf(request);
  const [details] = await request.store.readEventDetails([event.code]);
  const uai = await schoolValue(request.store, event.uai);
  const recorded = { ...eventValues(event), ...detailValues(details), uai };
  return (
    <DaneLayout section="events" title={request.t.dane.data.events.changeTitle(event.code)}>
      <EventForm action={`${eventHref(event.code)}/change`} form={formOver(recorded, request.sent)} />
    </DaneLayout>
  );
}

function EventForm({ action, form, isNew }: { action: string; form: FormState; isNew?: boolean }) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.data.events;
  return (
    <Form
      action={action}
      form={form}
      labels={{ ...t, ...pageContext.t.invitations.details, title: t.name }}
      submit={pageContext.t.forms.save}
    >
      {isNew && <TextField name="code" maxlength={100} />}
      <TextField name="title" maxlength={300} />
      <SelectField name="kind" choices={kindChoices(pageContext.t)} />
      <div class="field-row">
        <DateField name="startsOn" />
        <DateField name="endsOn" optional />
      </div>
      <TextField name="hours" optional />
      <TextField name="tags" maxlength={200} optional />
      <SchoolField name="uai" help={t.uaiHelp} optional />
      <DetailFields />
    </Form>
  );
}

function kindChoices({ records: { eventKinds } }: PageRequest['t']) {
  return EVENT_KINDS.map((value) => ({ value, label: eventKinds[value] }));
}
