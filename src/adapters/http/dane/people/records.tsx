import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { pastDayError } from '../../../../domain/engagement/validate-dates.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { CONTRIBUTION_KINDS, PROOF_LEVELS, type ProofLevel } from '../../../../domain/records.ts';
import { ReasonField } from '../../engagements/change-fields.tsx';
import { CHANGE_REASON_LENGTH } from '../../engagements/change-form.ts';
import type { AppDeps } from '../../env.ts';
import { Form } from '../../forms/elements.tsx';
import { ChoiceGroup, DateField, Rejection, SelectField, TextField } from '../../forms/inputs.tsx';
import { idempotencyKeyField, idempotencyKeyOf } from '../../forms/read-fields.ts';
import {
  choiceOf,
  optionalNumber,
  optionalUrl,
  requiredDate,
  requiredText,
  requiredUai,
} from '../../forms/schema.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { EDIT_RECORD, personOf, personPath, schoolChoices } from './find-person.ts';

const REVIEW = '/dane/people/:id/reviews/new';
const CONTRIBUTION = '/dane/people/:id/contributions/new';
const ATTENDANCE = '/dane/people/:id/attendances/new';

const REVIEW_KINDS = ['review', 'self-report'] as const;
/** Number of events to choose from; another one is entered by its code. */
const EVENTS = 40;

const reason = requiredText(CHANGE_REASON_LENGTH);
const reviewForm = z.object({
  uai: requiredUai,
  on: requiredDate,
  kind: choiceOf(REVIEW_KINDS),
  reason,
});
const contributionForm = z.object({
  kind: choiceOf(CONTRIBUTION_KINDS),
  on: requiredDate,
  url: optionalUrl,
  reason,
  once: idempotencyKeyField,
});
const attendanceForm = z.object({
  event: requiredText(100),
  hours: optionalNumber,
  proof: choiceOf(PROOF_LEVELS.map(String)).transform((level) => Number(level) as ProofLevel),
});

/** `/dane/people/{id}/reviews/…`, `…/contributions/new`, `…/attendances/new`: the DANE adds missing facts to
 *  a person's record. */
export const recordPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(REVIEW, EDIT_RECORD, renderReview)
    .form(REVIEW, EDIT_RECORD, {
      page: renderReview,
      schema: reviewForm,
      act: async (request, { reason: why, ...said }) => {
        const { id: personId } = await personOf(request);
        await request.services.enterReview({ review: { personId, ...said }, reason: why, actor: request.me });
      },
      done: 'review-entered',
      back: personPath,
      refusals: { 'review-not-held': 400, 'review-outside-engagement': 400, 'review-exists': 409 },
    })
    .page(CONTRIBUTION, EDIT_RECORD, renderContribution)
    .form(CONTRIBUTION, EDIT_RECORD, {
      page: renderContribution,
      schema: contributionForm,
      act: async (request, { reason: why, once, kind, on, url }) => {
        const error = pastDayError(on, request.today);
        if (error) return { faults: { on: `${error.kind}:${error.limit}` } };
        const { id: personId } = await personOf(request);
        const said = { kind, on, ...(url !== undefined && { url }) };
        await request.services.enterContribution({ personId, said, once, reason: why, actor: request.me });
        return undefined;
      },
      done: 'contribution-entered',
      back: personPath,
    })
    .page(ATTENDANCE, EDIT_RECORD, renderAttendance)
    .form(ATTENDANCE, EDIT_RECORD, {
      page: renderAttendance,
      schema: attendanceForm,
      act: async (request, { event: eventCode, hours, proof }) => {
        const { id: personId } = await personOf(request);
        const attendance = { personId, eventCode, ...(hours !== undefined && { hours }), proof };
        await request.services.saveAttendance(attendance, request.me);
      },
      done: 'attendance-saved',
      back: personPath,
      refusals: { 'unknown-event': { event: 'unknown-event' } },
    });

async function renderReview(request: PageRequest) {
  const person = await personOf(request);
  const [record] = await request.store.readPersonRecords([person.id]);
  const { dane: t, person: texts, fields } = request.t.changes;
  return (
    <RecordForm
      visit={request}
      path="reviews/new"
      title={t.reviewTitle(fullName(person))}
      lede={t.reviewLede}
      labels={{ kind: t.reviewKind, uai: texts.school, on: t.reviewOn, reason: fields.reason }}
    >
      <ChoiceGroup
        kind="radio"
        name="kind"
        choices={REVIEW_KINDS.map((value) => ({ value, label: t.reviewKinds[value] }))}
      />
      <SelectField name="uai" choices={await schoolChoices(request, record?.engagements)} />
      <DateField name="on" />
      <ReasonField isRequired help={fields.reasonDocuments} />
    </RecordForm>
  );
}

async function renderContribution(request: PageRequest) {
  const person = await personOf(request);
  const { contributions } = request.t.records;
  const { dane: t, queue, fields } = request.t.changes;
  return (
    <RecordForm
      visit={request}
      path="contributions/new"
      title={t.contributionTitle(fullName(person))}
      lede={t.contributionLede}
      labels={{ kind: queue.kind, on: queue.day, url: queue.link, reason: fields.reason }}
      once={idempotencyKeyOf(request.deps, request.sent)}
    >
      <ChoiceGroup
        kind="radio"
        name="kind"
        choices={CONTRIBUTION_KINDS.map((value) => ({ value, label: contributions[value].one }))}
      />
      <DateField name="on" />
      <TextField name="url" type="url" optional />
      <ReasonField isRequired help={fields.reasonDocuments} />
    </RecordForm>
  );
}

async function renderAttendance(request: PageRequest) {
  const person = await personOf(request);
  const events = await request.store.searchEvents({ limit: EVENTS });
  const { dane: t } = request.t.changes;
  const { hours, proof } = request.t.dane.people.person;
  const { proofs } = request.t.records;
  return (
    <RecordForm
      visit={request}
      path="attendances/new"
      title={t.attendanceTitle(fullName(person))}
      lede={t.attendanceLede}
      labels={{ event: t.event, eventHelp: t.eventHelp, hours, proof }}
    >
      <TextField name="event" list="events" />
      <datalist id="events">
        {events.map(({ code, title, startsOn }) => (
          <option value={code}>{`${title}, ${request.t.day(startsOn)}`}</option>
        ))}
      </datalist>
      <TextField name="hours" optional />
      <SelectField
        name="proof"
        choices={PROOF_LEVELS.map((level) => ({ value: String(level), label: proofs[level] }))}
      />
    </RecordForm>
  );
}

function RecordForm(props: {
  visit: PageRequest;
  path: string;
  title: string;
  lede: string;
  labels: Readonly<Record<string, string>>;
  /** The token of a form that makes a record under a new key. */
  once?: string;
  children: Child;
}) {
  const { visit, path, title, lede, labels, once, children } = props;
  const { form, t } = visit;
  const back = personPath(visit);
  return (
    <DaneLayout section="people" title={title}>
      <Rejection form={form} />
      <Form
        action={`${back}/${path}`}
        form={form}
        labels={labels}
        hidden={{ once }}
        submit={t.forms.save}
        cancel={back}
        aside={<p>{lede}</p>}
      >
        {children}
      </Form>
    </DaneLayout>
  );
}
