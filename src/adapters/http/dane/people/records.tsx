import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { pastDayFault } from '../../../../domain/engagement/validate-dates.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { CONTRIBUTION_KINDS, PROOF_LEVELS, type ProofLevel } from '../../../../domain/records.ts';
import { ReasonField } from '../../engagements/change-fields.tsx';
import { CHANGE_REASON_LENGTH } from '../../engagements/change-form.ts';
import type { AppDeps } from '../../env.ts';
import { Form } from '../../forms/elements.tsx';
import { ChoiceGroup, DateField, Refusal, SelectField, TextField } from '../../forms/inputs.tsx';
import { onceField, onceOf } from '../../forms/read-fields.ts';
import {
  choiceOf,
  optionalNumber,
  optionalUrl,
  requiredDate,
  requiredText,
  requiredUai,
} from '../../forms/schema.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { KEEP_RECORD, personOf, personPath, schoolChoices } from './find-person.ts';

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
  once: onceField,
});
const attendanceForm = z.object({
  event: requiredText(100),
  hours: optionalNumber,
  proof: choiceOf(PROOF_LEVELS.map(String)).transform((level) => Number(level) as ProofLevel),
});

/** `/dane/people/{id}/reviews/…`, `…/contributions/new`, `…/attendances/new`: the DANE adds missing facts to
 *  a person's record. */
export const recordPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(REVIEW, KEEP_RECORD, drawReview)
    .form(REVIEW, KEEP_RECORD, {
      page: drawReview,
      schema: reviewForm,
      act: async (visit, { reason: why, ...said }) => {
        const { id: personId } = await personOf(visit);
        await visit.services.enterReview({ review: { personId, ...said }, reason: why, actor: visit.me });
      },
      done: 'review-entered',
      back: personPath,
      refusals: { 'review-not-held': 400, 'review-outside-engagement': 400, 'review-exists': 409 },
    })
    .page(CONTRIBUTION, KEEP_RECORD, drawContribution)
    .form(CONTRIBUTION, KEEP_RECORD, {
      page: drawContribution,
      schema: contributionForm,
      act: async (visit, { reason: why, once, kind, on, url }) => {
        const fault = pastDayFault(on, visit.today);
        if (fault) return { faults: { on: `${fault.kind}:${fault.limit}` } };
        const { id: personId } = await personOf(visit);
        const said = { kind, on, ...(url !== undefined && { url }) };
        await visit.services.enterContribution({ personId, said, once, reason: why, actor: visit.me });
        return undefined;
      },
      done: 'contribution-entered',
      back: personPath,
    })
    .page(ATTENDANCE, KEEP_RECORD, drawAttendance)
    .form(ATTENDANCE, KEEP_RECORD, {
      page: drawAttendance,
      schema: attendanceForm,
      act: async (visit, { event: eventCode, hours, proof }) => {
        const { id: personId } = await personOf(visit);
        const attendance = { personId, eventCode, ...(hours !== undefined && { hours }), proof };
        await visit.services.saveAttendance(attendance, visit.me);
      },
      done: 'attendance-saved',
      back: personPath,
      refusals: { 'unknown-event': { event: 'unknown-event' } },
    });

async function drawReview(visit: Visit) {
  const person = await personOf(visit);
  const [record] = await visit.store.readPersonRecords([person.id]);
  const { dane: t, person: words, fields } = visit.t.changes;
  return (
    <RecordForm
      visit={visit}
      path="reviews/new"
      title={t.reviewTitle(fullName(person))}
      lede={t.reviewLede}
      labels={{ kind: t.reviewKind, uai: words.school, on: t.reviewOn, reason: fields.reason }}
    >
      <ChoiceGroup
        kind="radio"
        name="kind"
        choices={REVIEW_KINDS.map((value) => ({ value, label: t.reviewKinds[value] }))}
      />
      <SelectField name="uai" choices={await schoolChoices(visit, record?.engagements)} />
      <DateField name="on" />
      <ReasonField isRequired help={fields.reasonDocuments} />
    </RecordForm>
  );
}

async function drawContribution(visit: Visit) {
  const person = await personOf(visit);
  const { contributions } = visit.t.records;
  const { dane: t, queue, fields } = visit.t.changes;
  return (
    <RecordForm
      visit={visit}
      path="contributions/new"
      title={t.contributionTitle(fullName(person))}
      lede={t.contributionLede}
      labels={{ kind: queue.kind, on: queue.day, url: queue.link, reason: fields.reason }}
      once={onceOf(visit.deps, visit.sent)}
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

async function drawAttendance(visit: Visit) {
  const person = await personOf(visit);
  const events = await visit.store.searchEvents({ limit: EVENTS });
  const { dane: t } = visit.t.changes;
  const { hours, proof } = visit.t.dane.people.person;
  const { proofs } = visit.t.records;
  return (
    <RecordForm
      visit={visit}
      path="attendances/new"
      title={t.attendanceTitle(fullName(person))}
      lede={t.attendanceLede}
      labels={{ event: t.event, eventHelp: t.eventHelp, hours, proof }}
    >
      <TextField name="event" list="events" />
      <datalist id="events">
        {events.map(({ code, title, startsOn }) => (
          <option value={code}>{`${title}, ${visit.t.day(startsOn)}`}</option>
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
  visit: Visit;
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
      <Refusal form={form} />
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
