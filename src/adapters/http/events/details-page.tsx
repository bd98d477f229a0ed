import { z } from 'zod';
import { DomainError } from '../../../domain/errors.ts';
import { parsePersonId, personIdsAmong } from '../../../domain/ids.ts';
import { fullName } from '../../../domain/person/name.ts';
import { type Event, PROOF_LEVELS, type ProofLevel } from '../../../domain/records.ts';
import { INVITING_KINDS } from '../../../features/invitations/feature.ts';
import { renderWishers } from '../../../features/training-wishes/dane-to-come.tsx';
import { eventHref, eventRow } from '../components/event-summary.ts';
import { DaneLayout } from '../dane/layout.tsx';
import { ReasonField } from '../engagements/change-fields.tsx';
import { CHANGE_REASON_LENGTH } from '../engagements/change-form.ts';
import type { AppDeps } from '../env.ts';
import type { FormState } from '../forms/context.ts';
import { Form, Submit } from '../forms/elements.tsx';
import { Rejection, SelectField, TextField } from '../forms/inputs.tsx';
import { findPerson, readLookupInput, refuseNamed } from '../forms/name-lookup.ts';
import { PersonField } from '../forms/name-lookup-field.tsx';
import { choiceOf, optionalNumber, requiredText } from '../forms/schema.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { EventDetailList } from './details.tsx';
import { renderPresence } from './presence-lists.tsx';

const PATH = '/dane/events/:code';

/** `/dane/events/{code}`: one event and its attendances. */
export const eventPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'read-register', renderEvent)
    .form(`${PATH}/attendance`, 'keep-register', {
      page: renderEvent,
      schema: z.object({
        email: requiredText(254),
        hours: optionalNumber,
        proof: choiceOf(PROOF_LEVELS.map(String)),
      }),
      act: async ({ store, services, param, me }, { hours, proof }, values) => {
        const { key: person, ...named } = await findPerson(store, readLookupInput(values, 'email'));
        if (!person) return refuseNamed('email', named);
        const eventCode = param('code');
        const attendance = {
          personId: person.id,
          eventCode,
          ...(hours !== undefined && { hours }),
          proof: Number(proof) as ProofLevel,
        };
        await services.saveAttendance(attendance, me);
        return eventHref(eventCode);
      },
      done: 'attendance-saved',
    })
    .page(`${PATH}/attendance/removal`, 'keep-register', renderRemoval)
    .form(`${PATH}/attendance/removal`, 'keep-register', {
      page: renderRemoval,
      schema: z.object({ person: requiredText(100), reason: requiredText(CHANGE_REASON_LENGTH) }),
      act: async ({ services, param, me }, { person, reason }) => {
        const eventCode = param('code');
        const record = { kind: 'attendance', eventCode } as const;
        await services.removeRecord({ personId: parsePersonId(person), record, actor: me, reason });
        return eventHref(eventCode);
      },
      done: 'attendance-removed',
      refusals: { 'counted-in-badge': 409, 'own-engagement': 409 },
    });

/** The event of the address. Throws `not-found`. */
export async function readEventOf({ store, param }: PageRequest): Promise<Event> {
  const [event] = await store.readEvents([param('code')]);
  if (!event) throw new DomainError('not-found');
  return event;
}

async function renderEvent(request: PageRequest) {
  const { store, wording, form } = request;
  const t = request.t.dane.data.events;
  const event = await readEventOf(request);
  const { kind, tags, uai } = event;
  const [details] = await store.readEventDetails([event.code]);
  const { code, href, title, ...line } = eventRow(wording, event);
  const facts = [code, line.kind, line.dates, line.hours, ...tags, uai ?? ''].filter(Boolean);
  return (
    <DaneLayout section="events" title={title}>
      <p class="lede">{facts.join(' · ')}</p>
      <EventDetailList details={details} />
      <div class="actions">
        <a class="button" href={`${href}/roll-call`}>
          {t.toSheet}
        </a>
        {INVITING_KINDS.includes(kind) && (
          <a class="button-secondary" href={`${href}/invitations`}>
            {request.t.invitations.dane.link}
          </a>
        )}
        <a class="button-secondary" href={`${href}/change`}>
          {t.change}
        </a>
      </div>
      <section>
        <h2>{t.people(await store.countEventAttendances(code))}</h2>
        {await renderPresence(request, event)}
      </section>
      {await renderWishers(request, code)}
      <section>
        <h2>{t.add}</h2>
        <AttendanceForm action={`${href}/attendance`} form={form} />
      </section>
    </DaneLayout>
  );
}

function AttendanceForm({ action, form }: { action: string; form: FormState }) {
  const { dane, records } = usePageContext().t;
  const t = dane.data.events;
  const labels = {
    email: t.person,
    hours: t.hoursOwn,
    hoursHelp: t.hoursOwnHelp,
    proof: t.proof,
    proofHelp: t.proofHelp,
  };
  const proofs = PROOF_LEVELS.map((level) => ({
    value: String(level),
    label: `${level} : ${records.proofs[level]}`,
  }));
  return (
    <Form action={action} form={form} labels={labels}>
      <PersonField name="email" />
      <TextField name="hours" optional />
      <SelectField name="proof" choices={proofs} />
      <Submit class="secondary">{t.addButton}</Submit>
    </Form>
  );
}

/** The person to remove and the consequences, before it is done. */
async function renderRemoval(request: PageRequest) {
  const { store, query, sent, form, wording } = request;
  const t = request.t.dane.data.events;
  const { fields, removal } = request.t.changes;
  const requested = personIdsAmong([sent?.values['person']?.[0] ?? query('person') ?? '']);
  const event = await readEventOf(request);
  const [[person], attendances] = await Promise.all([
    store.readPeople(requested),
    store.readAttendances(requested),
  ]);
  const attendance = attendances.find(({ eventCode }) => eventCode === event.code);
  if (!person || !attendance) throw new DomainError('not-found');
  const { href, title, dates } = eventRow(wording, event);
  return (
    <DaneLayout section="events" title={t.removeTitle(fullName(person))}>
      <Rejection form={form} />
      <p class="lede">{t.removeText(title, dates, request.t.records.proofs[attendance.proof])}</p>
      <Form
        action={`${href}/attendance/removal`}
        form={form}
        labels={{ reason: fields.reason }}
        hidden={{ person: person.id }}
      >
        <ReasonField isRequired help={removal.reasonHelp} />
        <div class="actions">
          <Submit>{t.removeButton}</Submit>
          <a class="button-secondary" href={href}>
            {request.t.forms.cancel}
          </a>
        </div>
      </Form>
    </DaneLayout>
  );
}
