import type { Context } from 'hono';
import type { OwnRecord } from '../../../../application/my/read-own-record.ts';
import { isSameAction } from '../../../../domain/engagement/authorisation-key.ts';
import { actionsDuring } from '../../../../domain/engagement/authorised-actions.ts';
import { type Engagement, isCountable } from '../../../../domain/records.ts';
import { typographic } from '../../../../texts/typographic.ts';
import { periodWords } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { procedureView } from '../../school/actions/procedure-view.ts';
import { wordingOf } from '../../school/school-context.ts';
import type { AllowedAction } from './engagement-page.tsx';

/** The actions that are allowed at the school of a confirmed segment on some of its days. The segment's own
 *  missions come first. */
export async function readAllowedActions(
  c: Context<AppEnv>,
  deps: AppDeps,
  engagement: Engagement,
): Promise<readonly AllowedAction[]> {
  if (!isCountable(engagement.confirmation)) return [];
  const { store, catalogue } = deps.ports;
  const [authorisations, sheets] = await Promise.all([
    store.readAuthorisations([engagement.uai]),
    store.readProcedureSheets(engagement.uai),
  ]);
  const wording = wordingOf(c, deps);
  const actions = actionsDuring([engagement], authorisations).map((action) => {
    const sheet = sheets.find((one) => isSameAction(one.action, action));
    const label = catalogue.framework.missions.get(action.mission)?.label[wording.locale] ?? '';
    return {
      code: action.mission,
      label: typographic(label),
      localAuthority: action.localAuthority,
      period: periodWords(action.period, wording),
      isOwn: engagement.missions.includes(action.mission),
      ...(sheet && { sheet: procedureView(sheet) }),
    };
  });
  return actions.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn));
}

export type OwnProject = Awaited<ReturnType<typeof readOwnProjects>>[number];

/** The school projects that the person is associated to. */
export async function readOwnProjects(c: Context<AppEnv>, deps: AppDeps, own: OwnRecord) {
  const { store } = deps.ports;
  const projects = await store.readSchoolProjectsOf(own.record.personId);
  const schools = await store.readEstablishments([...new Set(projects.map(({ uai }) => uai))]);
  const wording = wordingOf(c, deps);
  return projects.map(({ title, description, url, period, uai }) => ({
    title,
    description,
    ...(url && { url }),
    period: periodWords(period, wording),
    school: schools.find((one) => one.uai === uai)?.name ?? uai,
  }));
}
