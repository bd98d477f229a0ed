import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SchoolInYear } from '../../../../application/school/read-school.ts';
import { may } from '../../../../domain/access/may.ts';
import { compact } from '../../../../domain/compact.ts';
import { type AuthorisationKey, isSameAction } from '../../../../domain/engagement/authorisation-key.ts';
import type { Mission, MissionCode } from '../../../../domain/engagement/mission.ts';
import type { ProcedureSheet } from '../../../../domain/engagement/procedure-sheet.ts';
import type { Authorisation } from '../../../../domain/records.ts';
import { missionWords, periodWords } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { type FormValues, optionalDate, optionalText, requiredDate, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import type { Wording } from '../../shell/wording.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf } from '../school-context.ts';
import { ActionsPage } from './actions-page.tsx';
import { procedureView } from './procedure-view.ts';

/** `/school/{uai}/actions`: the local authority's authorisations for the school's RUPN. */
export function actionRoutes(deps: AppDeps) {
  const { services } = deps;
  const { keyForm, actionForm } = makeActionForms(deps);
  const keep = schoolGuards(deps, 'keep-establishment');
  const show = (c: Context<AppEnv>, sent?: SentForm) => showActions(c, deps, sent);
  return new Hono<AppEnv>()
    .get('/school/:uai/actions', ...schoolGuards(deps, 'read-establishment'), (c) => show(c))
    .post(
      '/school/:uai/actions',
      ...keep,
      takeForm(deps, {
        schema: actionForm,
        show,
        act: async (c, value) => {
          const authorisation = toAuthorisation(c, value);
          const original = originalOf(c, value);
          const by = c.var.signedIn.actor.personId;
          await services.saveLocalAction(compact({ authorisation, by, original }));
          return afterDoing(
            original ? 'action-changed' : 'action-added',
            `/school/${authorisation.uai}/actions`,
          );
        },
        refusals: { 'authorisation-exists': 409 },
      }),
    )
    .post(
      '/school/:uai/actions/remove',
      ...keep,
      takeForm(deps, {
        schema: keyForm,
        show,
        act: async (c, key) => {
          const authorisation = toAuthorisation(c, key);
          await services.removeLocalAction({ authorisation, by: c.var.signedIn.actor.personId });
          return afterDoing('action-removed', `/school/${authorisation.uai}/actions`);
        },
      }),
    );
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

async function showActions(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const uai = requiredUaiOf(c);
  const [school, sheets] = await Promise.all([
    deps.services.readSchool(uai),
    deps.ports.store.readProcedureSheets(uai),
  ]);
  const wording = wordingOf(c, deps);
  const { values } = sent ?? EMPTY_FORM;
  const edited = findAction(school, sent ? originalIn(values) : c.req.query());
  const clash = sent?.refusal ? findAction(school, firstOf(values)) : undefined;
  const props = compact({
    school: placeOf(c, school),
    mayEquip: may(c.var.signedIn.actor, 'equip-establishment', { kind: 'establishment', uai }),
    actions: school.authorisations.map((one) => ({
      ...actionView(one, wording),
      ...sheetOf(one, sheets),
    })),
    missions: conditionalMissions(deps).map(({ code }) => ({
      value: code,
      label: missionWords(code, wording),
    })),
    form: formOver(edited ? toValues(edited) : {}, sent),
    edited: edited && actionView(edited, wording),
    clash: clash && actionView(clash, wording),
  });
  return answerPage(c, workspaceFrame(c, deps, 'school'), <ActionsPage {...props} />, sent?.status);
}

type Named = Readonly<Record<string, string | undefined>>;

function firstOf(values: FormValues): Named {
  return Object.fromEntries(Object.entries(values).map(([name, [first]]) => [name, first]));
}

/** The authorisation that the form changes, as its hidden fields name it. */
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
  return compact({
    uai: requiredUaiOf(c),
    mission,
    localAuthority,
    period: { from, ...(to && { to }) },
    convention,
  });
}

interface OriginalValue {
  readonly originalMission?: string | undefined;
  readonly originalAuthority?: string | undefined;
  readonly originalFrom?: Authorisation['period']['from'] | undefined;
}

/** The authorisation that is changed; undefined where the form adds one. */
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

function sheetOf(action: Authorisation, sheets: readonly ProcedureSheet[]) {
  const sheet = sheets.find((one) => isSameAction(one.action, action));
  return sheet && { sheet: procedureView(sheet) };
}

function actionView({ mission, localAuthority, period, convention }: Authorisation, wording: Wording) {
  return compact({
    mission,
    label: missionWords(mission, wording),
    localAuthority,
    from: period.from,
    period: periodWords(period, wording),
    convention,
  });
}
