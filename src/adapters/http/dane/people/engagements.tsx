import { z } from 'zod';
import { dutiesOf } from '../../../../domain/engagement/content.ts';
import { toSeen } from '../../../../domain/engagement/fields.ts';
import type { MissionFramework } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { type Engagement, isCountable } from '../../../../domain/records.ts';
import { detailLabels } from '../../../../texts/engagement-details.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ChangeForm, ReasonField, StateField } from '../../engagements/change-fields.tsx';
import {
  CHANGE_REASON_LENGTH,
  CHANGE_REJECTIONS,
  changeKindOf,
  doneAfter,
  periodFieldErrors,
  readChange,
  stateField,
  toChangeValues,
} from '../../engagements/change-form.ts';
import { missionChoices } from '../../engagements/change-view.ts';
import { engagementSummary } from '../../engagements/descriptions.ts';
import { DutyInputs, dutyFields } from '../../engagements/duty-fields.tsx';
import type { AppDeps } from '../../env.ts';
import { Form } from '../../forms/elements.tsx';
import { DateField, Rejection, SelectField } from '../../forms/inputs.tsx';
import { findSchool, readLookupInput, refuseNamed, schoolValue } from '../../forms/name-lookup.ts';
import { SchoolField } from '../../forms/name-lookup-field.tsx';
import {
  optionalDate,
  parseValues,
  readForm,
  requiredDate,
  requiredText,
  requiredUai,
} from '../../forms/schema.ts';
import { afterDoing, formOver } from '../../forms/submission.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { agentOf, EDIT_RECORD, personOf, personPath, schoolChoices } from './find-person.ts';

const ENTER = '/dane/people/:id/engagements/new';
const CHANGE = '/dane/people/:id/engagements/:reference/:kind';
const LEAVE = '/dane/people/:id/departure';

const reason = requiredText(CHANGE_REASON_LENGTH);

/** The form, with the missions of the framework. */
const entryForm = (framework: MissionFramework) =>
  z.object({
    uai: requiredText(),
    from: requiredDate,
    to: optionalDate,
    ...dutyFields(framework),
    state: stateField,
    reason,
  });

/** `/dane/people/{id}/engagements/…`: the DANE enters, ends, changes and corrects engagements, and records that
 *  a person leaves a school. */
export const engagementPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(ENTER, EDIT_RECORD, renderEntry)
    .form(ENTER, EDIT_RECORD, {
      page: renderEntry,
      schema: async ({ c, wording }) => parseValues(await readForm(c), entryForm(wording.framework)),
      act: async (request, { from, to, state, reason: why, ...content }, values) => {
        const { key: uai, ...named } = await findSchool(request.store, readLookupInput(values, 'uai'));
        if (!uai) return refuseNamed('uai', named);
        const period = { from, ...(to && { to }) };
        const faults = periodFieldErrors(period, request.today);
        if (Object.keys(faults).length > 0) return { faults };
        const { id: personId } = await personOf(request);
        const declaration = { uai, period, ...dutiesOf(content) };
        const by = agentOf(request, state === 'confirmed');
        await request.services.enterEngagement({ personId, declaration, by, reason: why });
        return undefined;
      },
      done: 'engagement-entered',
      back: personPath,
      refusals: {
        'unknown-establishment': { uai: 'unknown-establishment' },
        'engagement-repeated': 409,
        'role-held': 409,
        'store-conflict': 409,
      },
    })
    .page(CHANGE, EDIT_RECORD, renderChange)
    .form(CHANGE, EDIT_RECORD, {
      page: renderChange,
      schema: (request) => readChange(request, { ofDane: true }),
      act: async (request, { change: stated, reason: why, confirms }, values) => {
        const { reference } = await engagementOf(request);
        const { key: uai, ...named } = await findSchool(request.store, readLookupInput(values, 'uai'));
        if (stated.kind === 'correction' && named.fault) return refuseNamed('uai', named);
        const change = stated.kind === 'correction' && uai ? { ...stated, uai } : stated;
        const by = agentOf(request, confirms);
        const command = { reference, change, reason: why, seen: request.seen, by };
        const changed = await request.services.changeEngagement(command);
        return afterDoing(doneAfter(change.kind, changed), personPath(request));
      },
      refusals: { ...CHANGE_REJECTIONS, 'unknown-establishment': { uai: 'unknown-establishment' } },
    })
    .page(LEAVE, EDIT_RECORD, renderDeparture)
    .form(LEAVE, EDIT_RECORD, {
      page: renderDeparture,
      schema: z.object({ uai: requiredUai, lastDay: requiredDate, reason }),
      act: async (request, departure) => {
        const { id: personId } = await personOf(request);
        await request.services.leaveSchool({ personId, ...departure, by: agentOf(request) });
      },
      done: 'departure-saved',
      back: personPath,
      refusals: { ...CHANGE_REJECTIONS, 'change-day-outside': { lastDay: 'no-engagement-then' } },
    });

async function renderEntry(request: PageRequest) {
  const person = await personOf(request);
  const { dane: t, fields } = request.t.changes;
  const path = personPath(request);
  const form = request.sent ?? { values: { state: ['requested'] }, faults: {} };
  const { missions, state } = fields;
  const labels = {
    ...{ uai: t.uai, from: fields.from, to: fields.end, toHelp: fields.endHelp },
    ...{ missions, ...detailLabels(request.wording.locale), state, reason: fields.reason },
  };
  return (
    <DaneLayout section="people" title={t.enterTitle(fullName(person))}>
      <Rejection form={form} />
      <Form
        action={`${path}/engagements/new`}
        form={form}
        labels={labels}
        submit={request.t.forms.save}
        cancel={path}
        aside={<p>{t.enterLede}</p>}
      >
        <SchoolField name="uai" />
        <div class="field-row">
          <DateField name="from" />
          <DateField name="to" optional />
        </div>
        <DutyInputs missions={missionChoices(request.wording)} />
        <StateField of="entry" />
        <ReasonField isRequired help={fields.reasonDocuments} />
      </Form>
    </DaneLayout>
  );
}

/** The engagement that the address names. Throws `not-found` where it is not one of this person. */
async function engagementOf({ store, param }: PageRequest): Promise<Engagement> {
  const [engagement] = await store.readEngagements([param('reference')]);
  if (!engagement || engagement.personId !== param('id')) throw new DomainError('not-found');
  return engagement;
}

async function renderChange(request: PageRequest) {
  const { store, wording } = request;
  const { changes: t } = request.t;
  const kind = changeKindOf(request);
  const engagement = await engagementOf(request);
  const person = await personOf(request);
  const [school] = await store.readSchoolsByUai([engagement.uai]);
  const recorded = {
    ...toChangeValues(kind, engagement),
    ...(kind === 'correction' && { uai: await schoolValue(store, engagement.uai) }),
  };
  const path = personPath(request);
  return (
    <DaneLayout section="people" title={t.actOf(t.acts[kind], fullName(person))}>
      <ChangeForm
        kind={kind}
        by="dane"
        action={`${path}/engagements/${encodeURIComponent(engagement.reference)}/${kind}`}
        back={path}
        missions={missionChoices(wording)}
        current={engagementSummary(engagement, wording, school)}
        seen={toSeen(engagement)}
        asksState={isCountable(engagement.confirmation)}
        form={formOver(recorded, request.sent, { ...recorded, state: ['requested'] })}
      />
    </DaneLayout>
  );
}

async function renderDeparture(request: PageRequest) {
  const { store, today } = request;
  const { dane, person: t, fields } = request.t.changes;
  const person = await personOf(request);
  const [record] = await store.readPersonRecords([person.id]);
  const goingOn = record?.engagements.filter(({ period }) => !period.to || period.to > today);
  const schools = await schoolChoices(request, goingOn);
  const [only, ...more] = schools;
  const values = only && more.length === 0 ? { uai: [only.value] } : {};
  const form = request.sent ?? { values, faults: {} };
  const path = personPath(request);
  return (
    <DaneLayout section="people" title={dane.departureTitle(fullName(person))}>
      <Rejection form={form} />
      {schools.length === 0 && <EmptyState>{dane.nothingGoesOn}</EmptyState>}
      {schools.length > 0 && (
        <>
          <p class="lede">{t.leavingText}</p>
          <Form
            action={`${path}/departure`}
            form={form}
            labels={{ uai: t.school, lastDay: fields.to, reason: fields.reason }}
            submit={t.leave}
            cancel={path}
          >
            <SelectField name="uai" choices={schools} />
            <DateField name="lastDay" help={fields.lastDayHelp} />
            <ReasonField isRequired help={fields.reasonDocuments} />
          </Form>
        </>
      )}
    </DaneLayout>
  );
}
