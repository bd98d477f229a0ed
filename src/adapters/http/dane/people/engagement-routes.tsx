import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { toSeen } from '../../../../domain/confirmation/confirm.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type Engagement, isCountable } from '../../../../domain/records.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import {
  CHANGE_REFUSALS,
  changeReader,
  doneAfter,
  requiredKindOf,
  segmentLine,
} from '../../engagements/change-answers.ts';
import { ChangeForm } from '../../engagements/change-fields.tsx';
import {
  CHANGE_REASON_LENGTH,
  missionFields,
  periodFieldFaults,
  stateField,
  toChangeValues,
} from '../../engagements/change-form.ts';
import { missionChoices } from '../../engagements/change-view.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { wordingOf } from '../../school/school-context.ts';
import { findSchool, refuseNamed, schoolValue, typedIn } from '../../shell/find-named.ts';
import { optionalDate, requiredDate, requiredText, requiredUai } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { DeparturePage, EnterEngagementPage } from './engagement-pages.tsx';
import { agentOf, recordGuards, requiredPerson } from './record-guards.ts';

const departureForm = z.object({
  uai: requiredUai,
  lastDay: requiredDate,
  reason: requiredText(CHANGE_REASON_LENGTH),
});

/** `/dane/people/{id}/engagements/…`: the DANE enters, ends, changes and corrects segments, and records that
 *  a person leaves a school. */
export function personEngagementRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', enterRoutes(deps))
    .route('/', changeRoutes(deps))
    .route('/', departureRoutes(deps));
}

function enterRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = recordGuards(deps);
  const schema = z.object({
    uai: requiredText(),
    from: requiredDate,
    to: optionalDate,
    ...missionFields(ports.catalogue.framework),
    state: stateField,
    reason: requiredText(CHANGE_REASON_LENGTH),
  });
  const show = async (c: Context<AppEnv>, sent?: ShownForm) => {
    const person = await requiredPerson(c, deps);
    const view = { id: person.id, name: nameOf(person), missions: missionChoices(wordingOf(c, deps)) };
    const form = sent ?? { values: { state: ['requested'] }, faults: {} };
    const page = <EnterEngagementPage view={view} form={form} />;
    return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
  };
  return new Hono<AppEnv>()
    .get('/dane/people/:id/engagements/new', ...guards, (c) => show(c))
    .post(
      '/dane/people/:id/engagements/new',
      ...guards,
      takeForm(deps, {
        schema,
        show,
        act: async (c, { from, to, missions, roles, state, reason }, values) => {
          const { key: uai, ...named } = await findSchool(ports.store, typedIn(values, 'uai'));
          if (!uai) return refuseNamed('uai', named);
          const period = { from, ...(to && { to }) };
          const faults = periodFieldFaults(period, localDateInParis(ports.clock.now()));
          if (Object.keys(faults).length > 0) return { faults };
          const { id: personId } = await requiredPerson(c, deps);
          const declaration = { uai, period, missions, roles };
          const by = agentOf(c, state === 'confirmed');
          await services.enterEngagement({ personId, declaration, by, reason });
          return afterDoing('engagement-entered', `/dane/people/${personId}`);
        },
        refusals: {
          'unknown-establishment': { uai: 'unknown-establishment' },
          'engagement-repeated': 409,
          'role-held': 409,
          'store-conflict': 409,
        },
      }),
    );
}

function changeRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = recordGuards(deps);
  return new Hono<AppEnv>()
    .get('/dane/people/:id/engagements/:reference/:kind', ...guards, (c) => showChange(c, deps))
    .post(
      '/dane/people/:id/engagements/:reference/:kind',
      ...guards,
      takeForm(deps, {
        schema: changeReader(deps, { ofDane: true }),
        show: (c, sent) => showChange(c, deps, sent),
        act: async (c, { change: said, reason, confirms, seen }, values) => {
          const { reference, personId } = await requiredSegment(c, deps);
          const { key: uai, ...named } = await findSchool(ports.store, typedIn(values, 'uai'));
          if (said.kind === 'correction' && named.fault) return refuseNamed('uai', named);
          const change = said.kind === 'correction' && uai ? { ...said, uai } : said;
          const by = agentOf(c, confirms);
          const changed = await services.changeEngagement({ reference, change, reason, seen, by });
          return afterDoing(doneAfter(change.kind, changed), `/dane/people/${personId}`);
        },
        refusals: { ...CHANGE_REFUSALS, 'unknown-establishment': { uai: 'unknown-establishment' } },
      }),
    );
}

async function requiredSegment(c: Context<AppEnv>, { ports }: AppDeps): Promise<Engagement> {
  const [engagement] = await ports.store.readEngagements([c.req.param('reference') ?? '']);
  if (!engagement || engagement.personId !== c.req.param('id')) throw new DomainError('not-found');
  return engagement;
}

async function showChange(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const kind = requiredKindOf(c);
  const [engagement, person] = [await requiredSegment(c, deps), await requiredPerson(c, deps)];
  const [school] = await deps.ports.store.readEstablishments([engagement.uai]);
  const recorded = {
    ...toChangeValues(kind, engagement),
    ...(kind === 'correction' && { uai: await schoolValue(deps.ports.store, engagement.uai) }),
  };
  const first = { ...recorded, state: ['requested'] };
  const wording = wordingOf(c, deps);
  const { changes } = wording.t;
  const back = `/dane/people/${person.id}`;
  const page = (
    <DaneLayout section="people" title={changes.actOf(changes.acts[kind], nameOf(person))}>
      <ChangeForm
        kind={kind}
        by="dane"
        action={`${back}/engagements/${encodeURIComponent(engagement.reference)}/${kind}`}
        back={back}
        missions={missionChoices(wording)}
        current={segmentLine(engagement, wording, school)}
        seen={toSeen(engagement)}
        asksState={isCountable(engagement.confirmation)}
        form={formOver(recorded, sent, first)}
      />
    </DaneLayout>
  );
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
}

function departureRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = recordGuards(deps);
  return new Hono<AppEnv>()
    .get('/dane/people/:id/departure', ...guards, (c) => showDeparture(c, deps))
    .post(
      '/dane/people/:id/departure',
      ...guards,
      takeForm(deps, {
        schema: departureForm,
        show: (c, sent) => showDeparture(c, deps, sent),
        act: async (c, { uai, lastDay, reason }) => {
          const { id: personId } = await requiredPerson(c, deps);
          await services.leaveSchool({ personId, uai, lastDay, reason, by: agentOf(c) });
          return afterDoing('departure-saved', `/dane/people/${personId}`);
        },
        refusals: { ...CHANGE_REFUSALS, 'change-day-outside': { lastDay: 'no-engagement-then' } },
      }),
    );
}

async function showDeparture(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const { store, clock } = deps.ports;
  const person = await requiredPerson(c, deps);
  const [record] = await store.readPersonRecords([person.id]);
  const today = localDateInParis(clock.now());
  const goingOn = (record?.engagements ?? []).filter(({ period }) => !period.to || period.to > today);
  const schools = await store.readEstablishments([...new Set(goingOn.map(({ uai }) => uai))]);
  const choices = schools.map(({ uai, name, commune }) => ({
    value: uai,
    label: [name, commune].filter(Boolean).join(', '),
  }));
  const [only, ...more] = choices;
  const values = only && more.length === 0 ? { uai: [only.value] } : {};
  const view = { id: person.id, name: nameOf(person), schools: choices };
  const page = <DeparturePage view={view} form={sent ?? { values, faults: {} }} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
}
