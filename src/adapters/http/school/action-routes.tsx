import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SchoolInYear } from '../../../application/school/read-school.ts';
import type { Mission, MissionCode } from '../../../domain/engagement/mission.ts';
import type { Authorisation } from '../../../domain/records.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import {
  type FormValues,
  optionalDate,
  optionalText,
  parseForm,
  requiredDate,
  requiredText,
} from '../form.ts';
import { answerPage } from '../page-answer.tsx';
import { EMPTY_FORM, type FormState } from '../pages/fields.tsx';
import { workspaceFrame } from '../workspace-frame.ts';
import { ActionsPage } from './actions-page.tsx';
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
      if (!form.ok) return showActions(c, deps, form);
      const authorisation = toAuthorisation(c, form.value);
      await services.saveLocalAction({ authorisation, by: c.var.signedIn.actor.personId });
      return c.redirect(`/school/${authorisation.uai}/actions?done=saved`, 303);
    })
    .post('/school/:uai/actions/remove', ...keep, async (c) => {
      const form = await parseForm(c, keyForm);
      if (!form.ok) return showActions(c, deps, form);
      const authorisation = toAuthorisation(c, form.value);
      await services.removeLocalAction({ authorisation, by: c.var.signedIn.actor.personId });
      return c.redirect(`/school/${authorisation.uai}/actions?done=deleted`, 303);
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
    .object({ ...key, to: optionalDate, convention: optionalText() })
    .refine(({ from, to }) => !to || to >= from, { path: ['to'], message: 'end-before-start' });
  return { keyForm: z.object(key), actionForm };
}

async function showActions(c: Context<AppEnv>, deps: AppDeps, refused?: FormState) {
  const school = await deps.services.readSchool(requiredUaiOf(c));
  const wording = wordingOf(c, deps);
  const edited = refused ? undefined : editedAction(c, school);
  const props = {
    frame: workspaceFrame(c, deps, 'school'),
    school: placeOf(c, school),
    actions: school.authorisations.map((one) => actionView(one, wording)),
    missions: conditionalMissions(deps).map(({ code }) => ({
      value: code,
      label: missionWords(code, wording),
    })),
    form: refused ?? (edited ? { values: toValues(edited), faults: {} } : EMPTY_FORM),
    editing: edited !== undefined,
  };
  return answerPage(c, <ActionsPage {...props} />, refused ? 400 : 200);
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

/** The authorisation that the address asks to change. */
function editedAction(c: Context<AppEnv>, { authorisations }: SchoolInYear): Authorisation | undefined {
  const { mission, localAuthority, from } = c.req.query();
  return authorisations.find(
    (one) => one.mission === mission && one.localAuthority === localAuthority && one.period.from === from,
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
