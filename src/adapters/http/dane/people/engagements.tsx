import { z } from 'zod';
import { toSeen } from '../../../../domain/confirmation/confirm.ts';
import type { MissionFramework } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { type Engagement, isCountable } from '../../../../domain/records.ts';
import { Empty } from '../../components/empty-state.tsx';
import { ChangeForm, MissionFields, ReasonField, StateField } from '../../engagements/change-fields.tsx';
import {
  CHANGE_REASON_LENGTH,
  CHANGE_REFUSALS,
  changeKindOf,
  doneAfter,
  missionFields,
  periodFieldFaults,
  readChange,
  stateField,
  toChangeValues,
} from '../../engagements/change-form.ts';
import { missionChoices } from '../../engagements/change-view.ts';
import { segmentLine } from '../../engagements/descriptions.ts';
import type { AppDeps } from '../../env.ts';
import { Form } from '../../forms/elements.tsx';
import { DateField, Refusal, SelectField } from '../../forms/inputs.tsx';
import { findSchool, refuseNamed, schoolValue, typedIn } from '../../forms/name-lookup.ts';
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
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { agentOf, KEEP_RECORD, personOf, personPath, schoolChoices } from './find-person.ts';

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
    ...missionFields(framework),
    state: stateField,
    reason,
  });

/** `/dane/people/{id}/engagements/…`: the DANE enters, ends, changes and corrects segments, and records that
 *  a person leaves a school. */
export const engagementPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(ENTER, KEEP_RECORD, drawEntry)
    .form(ENTER, KEEP_RECORD, {
      page: drawEntry,
      schema: async ({ c, wording }) => parseValues(await readForm(c), entryForm(wording.framework)),
      act: async (visit, { from, to, missions, roles, state, reason: why }, values) => {
        const { key: uai, ...named } = await findSchool(visit.store, typedIn(values, 'uai'));
        if (!uai) return refuseNamed('uai', named);
        const period = { from, ...(to && { to }) };
        const faults = periodFieldFaults(period, visit.today);
        if (Object.keys(faults).length > 0) return { faults };
        const { id: personId } = await personOf(visit);
        const declaration = { uai, period, missions, roles };
        const by = agentOf(visit, state === 'confirmed');
        await visit.services.enterEngagement({ personId, declaration, by, reason: why });
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
    .page(CHANGE, KEEP_RECORD, drawChange)
    .form(CHANGE, KEEP_RECORD, {
      page: drawChange,
      schema: (visit) => readChange(visit, { ofDane: true }),
      act: async (visit, { change: said, reason: why, confirms }, values) => {
        const { reference } = await segmentOf(visit);
        const { key: uai, ...named } = await findSchool(visit.store, typedIn(values, 'uai'));
        if (said.kind === 'correction' && named.fault) return refuseNamed('uai', named);
        const change = said.kind === 'correction' && uai ? { ...said, uai } : said;
        const by = agentOf(visit, confirms);
        const command = { reference, change, reason: why, seen: visit.seen, by };
        const changed = await visit.services.changeEngagement(command);
        return afterDoing(doneAfter(change.kind, changed), personPath(visit));
      },
      refusals: { ...CHANGE_REFUSALS, 'unknown-establishment': { uai: 'unknown-establishment' } },
    })
    .page(LEAVE, KEEP_RECORD, drawDeparture)
    .form(LEAVE, KEEP_RECORD, {
      page: drawDeparture,
      schema: z.object({ uai: requiredUai, lastDay: requiredDate, reason }),
      act: async (visit, departure) => {
        const { id: personId } = await personOf(visit);
        await visit.services.leaveSchool({ personId, ...departure, by: agentOf(visit) });
      },
      done: 'departure-saved',
      back: personPath,
      refusals: { ...CHANGE_REFUSALS, 'change-day-outside': { lastDay: 'no-engagement-then' } },
    });

async function drawEntry(visit: Visit) {
  const person = await personOf(visit);
  const { dane: t, fields } = visit.t.changes;
  const path = personPath(visit);
  const form = visit.sent ?? { values: { state: ['requested'] }, faults: {} };
  const { missions, roles, state } = fields;
  const labels = {
    ...{ uai: t.uai, from: fields.from, to: fields.end, toHelp: fields.endHelp },
    ...{ missions, roles, state, reason: fields.reason },
  };
  return (
    <DaneLayout section="people" title={t.enterTitle(fullName(person))}>
      <Refusal form={form} />
      <Form
        action={`${path}/engagements/new`}
        form={form}
        labels={labels}
        submit={visit.t.forms.save}
        cancel={path}
        aside={<p>{t.enterLede}</p>}
      >
        <SchoolField name="uai" />
        <div class="field-row">
          <DateField name="from" />
          <DateField name="to" optional />
        </div>
        <MissionFields missions={missionChoices(visit.wording)} />
        <StateField of="entry" />
        <ReasonField isRequired help={fields.reasonDocuments} />
      </Form>
    </DaneLayout>
  );
}

/** The segment that the address names. Throws `not-found` where it is not one of this person. */
async function segmentOf({ store, param }: Visit): Promise<Engagement> {
  const [engagement] = await store.readEngagements([param('reference')]);
  if (!engagement || engagement.personId !== param('id')) throw new DomainError('not-found');
  return engagement;
}

async function drawChange(visit: Visit) {
  const { store, wording } = visit;
  const { changes: t } = visit.t;
  const kind = changeKindOf(visit);
  const engagement = await segmentOf(visit);
  const person = await personOf(visit);
  const [school] = await store.readEstablishments([engagement.uai]);
  const recorded = {
    ...toChangeValues(kind, engagement),
    ...(kind === 'correction' && { uai: await schoolValue(store, engagement.uai) }),
  };
  const path = personPath(visit);
  return (
    <DaneLayout section="people" title={t.actOf(t.acts[kind], fullName(person))}>
      <ChangeForm
        kind={kind}
        by="dane"
        action={`${path}/engagements/${encodeURIComponent(engagement.reference)}/${kind}`}
        back={path}
        missions={missionChoices(wording)}
        current={segmentLine(engagement, wording, school)}
        seen={toSeen(engagement)}
        asksState={isCountable(engagement.confirmation)}
        form={formOver(recorded, visit.sent, { ...recorded, state: ['requested'] })}
      />
    </DaneLayout>
  );
}

async function drawDeparture(visit: Visit) {
  const { store, today } = visit;
  const { dane, person: t, fields } = visit.t.changes;
  const person = await personOf(visit);
  const [record] = await store.readPersonRecords([person.id]);
  const goingOn = record?.engagements.filter(({ period }) => !period.to || period.to > today);
  const schools = await schoolChoices(visit, goingOn);
  const [only, ...more] = schools;
  const values = only && more.length === 0 ? { uai: [only.value] } : {};
  const form = visit.sent ?? { values, faults: {} };
  const path = personPath(visit);
  return (
    <DaneLayout section="people" title={dane.departureTitle(fullName(person))}>
      <Refusal form={form} />
      {schools.length === 0 && <Empty>{dane.nothingGoesOn}</Empty>}
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
