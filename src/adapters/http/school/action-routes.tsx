import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SchoolInYear } from '../../../application/school/read-school.ts';
import type { AuthorisationKey } from '../../../domain/engagement/keep-authorisation.ts';
import type { Mission, MissionCode } from '../../../domain/engagement/mission.ts';
import type { Authorisation } from '../../../domain/records.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { EMPTY_FORM, type FormState } from '../shell/fields.tsx';
import {
  type FormValues,
  optionalDate,
  optionalText,
  parseForm,
  requiredDate,
  requiredText,
} from '../shell/form.ts';
import { answerPage } from '../shell/page-answer.tsx';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { ActionsPage } from './actions-page.tsx';
import { refusalOf } from './review-context.ts';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf } from './school-context.ts';
import { missionWords, periodWords, type Wording } from './segment-view.ts';

/** `/school/{uai}/actions`: what the local authority allows the school's RUPN to do. */
export function actionRoutes(deps: AppDeps) {
  const { services } = deps;
  const { keyForm, actionForm } = makeActionForms(deps);
  const keep = schoolGuards(deps, 'keep-establishment');
  return new Hono<AppEnv>()
    .get('/school/:uai/actions', ...schoolGuards(deps, 'read-establishment'), (c) => showActions(c, deps))
    .post('/school/:uai/actions', ...keep, async (c) => {
      const form = await parseForm(c, actionForm);
      if (!form.ok) return showActions(c, deps, { form });
      const authorisation = toAuthorisation(c, form.value);
      const original = originalOf(c, form.value);
      const by = c.var.signedIn.actor.personId;
      try {
        await services.saveLocalAction({ authorisation, by, ...(original && { original }) });
      } catch (error) {
        const refusal = refusalOf({ c, deps }, error, ['authorisation-exists']);
        return showActions(c, deps, { form: { values: form.values, faults: {} }, refusal });
      }
      const done = original ? 'action-changed' : 'action-added';
      return c.redirect(`/school/${authorisation.uai}/actions?done=${done}`, 303);
    })
    .post('/school/:uai/actions/remove', ...keep, async (c) => {
      const form = await parseForm(c, keyForm);
      if (!form.ok) return showActions(c, deps, { form });
      const authorisation = toAuthorisation(c, form.value);
      await services.removeLocalAction({ authorisation, by: c.var.signedIn.actor.personId });
      return c.redirect(`/school/${authorisation.uai}/actions?done=action-removed`, 303);
    });
}

function conditionalMissions({ ports }: AppDeps): readonly Mission[] {
  return [...ports.catalogue.framework.missions.values()].filter(({ conditional }) => conditional);
}

function makeActionForms(deps: AppDeps) {
  const isKnown = (code: string) => conditionalMissions(deps).some((mission) => mission.code === code);
  const key = {
    mission: requiredText(5)
      .refine(isKnown, { message: 'invalid-choice' })
      .transform((code) => code as MissionCode),
    localAuthority: requiredText(),
    from: requiredDate,
  };
  const actionForm = z
    .object({
      ...key,
      to: optionalDate,
      convention: optionalText(),
      originalMission: optionalText(5),
      originalAuthority: optionalText(),
      originalFrom: optionalDate,
    })
    .refine(({ from, to }) => !to || to >= from, { path: ['to'], message: 'end-before-start' });
  return { keyForm: z.object(key), actionForm };
}

interface Sent {
  readonly form: FormState;
  /** Why it could not be recorded, though each field is in order. */
  readonly refusal?: string;
}

async function showActions(c: Context<AppEnv>, deps: AppDeps, sent?: Sent) {
  const school = await deps.services.readSchool(requiredUaiOf(c));
  const wording = wordingOf(c, deps);
  const { values } = sent?.form ?? EMPTY_FORM;
  const edited = findAction(school, sent ? originalIn(values) : c.req.query());
  const clash = sent?.refusal ? findAction(school, firstOf(values)) : undefined;
  const props = {
    school: placeOf(c, school),
    actions: school.authorisations.map((one) => actionView(one, wording)),
    missions: conditionalMissions(deps).map(({ code }) => ({
      value: code,
      label: missionWords(code, wording),
    })),
    form: sent?.form ?? (edited ? { values: toValues(edited), faults: {} } : EMPTY_FORM),
    ...(edited && { edited: actionView(edited, wording) }),
    ...(sent?.refusal && { refusal: sent.refusal }),
    ...(clash && { clash: actionView(clash, wording) }),
  };
  return answerPage(
    c,
    workspaceFrame(c, deps, 'school'),
    <ActionsPage {...props} />,
    sent?.refusal ? 409 : sent ? 400 : 200,
  );
}

type Named = Readonly<Record<string, string | undefined>>;

function firstOf(values: FormValues): Named {
  return Object.fromEntries(Object.entries(values).map(([name, [first]]) => [name, first]));
}

/** What the form says it changes. */
function originalIn(values: FormValues): Named {
  const [mission, localAuthority, from] = ['originalMission', 'originalAuthority', 'originalFrom'].map(
    (name) => values[name]?.[0],
  );
  return { mission, localAuthority, from };
}

interface ActionValue {
  readonly mission: MissionCode;
  readonly localAuthority: string;
  readonly from: Authorisation['period']['from'];
  readonly to?: Authorisation['period']['to'] | undefined;
  readonly convention?: string | undefined;
}

function toAuthorisation(
  c: Context<AppEnv>,
  { mission, localAuthority, from, to, convention }: ActionValue,
): Authorisation {
  return {
    uai: requiredUaiOf(c),
    mission,
    localAuthority,
    period: { from, ...(to && { to }) },
    ...(convention && { convention }),
  };
}

interface OriginalValue {
  readonly originalMission?: string | undefined;
  readonly originalAuthority?: string | undefined;
  readonly originalFrom?: Authorisation['period']['from'] | undefined;
}

/** What is changed, where the form does not add. */
function originalOf(
  c: Context<AppEnv>,
  { originalMission, originalAuthority, originalFrom }: OriginalValue,
): AuthorisationKey | undefined {
  if (!originalMission || !originalAuthority || !originalFrom) return undefined;
  return {
    uai: requiredUaiOf(c),
    mission: originalMission as MissionCode,
    localAuthority: originalAuthority,
    period: { from: originalFrom },
  };
}

function findAction(
  { authorisations }: SchoolInYear,
  { mission, localAuthority, from = '' }: Named,
): Authorisation | undefined {
  const parsed = requiredDate.safeParse([from]);
  const day: string = parsed.success ? parsed.data : from;
  return authorisations.find(
    (one) => one.mission === mission && one.localAuthority === localAuthority && one.period.from === day,
  );
}

function toValues({ mission, localAuthority, period, convention }: Authorisation): FormValues {
  const { from, to } = period;
  const values = { mission, localAuthority, from, to: to ?? '', convention: convention ?? '' };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
}

function actionView({ mission, localAuthority, period, convention }: Authorisation, wording: Wording) {
  return {
    mission,
    label: missionWords(mission, wording),
    localAuthority,
    from: period.from,
    period: periodWords(period, wording),
    ...(convention && { convention }),
  };
}
