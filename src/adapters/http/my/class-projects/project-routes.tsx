import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Establishment } from '../../../../domain/records.ts';
import {
  CLASS_PROJECT_LENGTHS,
  type ClassParticipation,
  type ClassProject,
  isJoinable,
  MOST_CLASSES,
} from '../../../../domain/support/class-project.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import { typographic } from '../../../../texts/typographic.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { requiredText, requiredUai } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { EnterPage, ProjectsPage, type ProjectView } from './projects-page.tsx';

const enterForm = z.object({
  uai: requiredUai,
  classes: requiredText(CLASS_PROJECT_LENGTHS.classes),
  count: requiredText(2)
    .refine((text) => /^\d+$/.test(text), { message: 'invalid-number' })
    .transform(Number)
    .refine((count) => count >= 1 && count <= MOST_CLASSES, { message: 'out-of-range' }),
});
const withdrawalForm = z.object({ uai: requiredUai });

/** `/my/class-projects`: the DANE's projects, and classes entered for them. */
export function myClassProjectRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const of = (c: Context<AppEnv>) => ({
    projectId: c.req.param('id') ?? '',
    personId: c.var.signedIn.actor.personId,
  });
  return new Hono<AppEnv>()
    .get('/my/class-projects', ...guards, (c) => showAll(c, deps))
    .get('/my/class-projects/:id', ...guards, (c) => showForm(c, deps))
    .post(
      '/my/class-projects/:id',
      ...guards,
      takeForm(deps, {
        schema: enterForm,
        show: (c, sent) => showForm(c, deps, sent),
        act: async (c, said) => {
          const own = await services.readOwnSchools(c.var.signedIn.actor);
          if (!own.some(({ uai }) => uai === said.uai)) return { faults: { uai: 'invalid-choice' } };
          await services.enterClasses({ ...of(c), ...said });
          return afterDoing('classes-entered', '/my/class-projects');
        },
        refusals: { 'project-closed': 409 },
      }),
    )
    .post(
      '/my/class-projects/:id/withdrawal',
      ...guards,
      takeForm(deps, {
        schema: withdrawalForm,
        show: (c) => showAll(c, deps),
        act: async (c, { uai }) => {
          await services.withdrawClasses({ ...of(c), uai });
          return afterDoing('classes-withdrawn', '/my/class-projects');
        },
      }),
    );
}

async function showAll(c: Context<AppEnv>, deps: AppDeps) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'my');
  const [projects, own] = await Promise.all([
    store.readClassProjects(),
    store.readParticipationsOf(c.var.signedIn.actor.personId),
  ]);
  const uais = [...new Set(own.map(({ uai }) => uai))];
  const schools = uais.length > 0 ? await store.readEstablishments(uais) : [];
  const views = projects.map((project) => toView(c, deps, { project, own, schools }));
  return answerPage(c, frame, <ProjectsPage projects={views} />);
}

async function showForm(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const { store } = deps.ports;
  const { actor } = c.var.signedIn;
  const [project, own, schools] = await Promise.all([
    store.readClassProject(c.req.param('id') ?? ''),
    store.readParticipationsOf(actor.personId),
    deps.services.readOwnSchools(actor),
  ]);
  if (!project) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const choices = schools.map((one) => ({ value: one.uai, label: placeOf(one) }));
  const before = own.find(({ projectId }) => projectId === project.id);
  const values = before && { uai: [before.uai], classes: [before.classes], count: [String(before.count)] };
  const form = formOver(values ?? {}, sent);
  const view = toView(c, deps, { project, own, schools });
  const page = <EnterPage project={view} schools={choices} form={form} />;
  return answerPage(c, workspaceFrame(c, deps, 'my'), page, sent?.status);
}

function placeOf({ name, commune }: Establishment): string {
  return typographic([name, commune].filter(Boolean).join(', '));
}

interface Around {
  readonly project: ClassProject;
  readonly own: readonly ClassParticipation[];
  readonly schools: readonly Establishment[];
}

function toView(c: Context<AppEnv>, deps: AppDeps, { project, own, schools }: Around): ProjectView {
  const { t } = workspaceFrame(c, deps, 'my');
  const { id, title, url, audience, joinsUntil } = project;
  const nameOf = new Map(schools.map((one) => [one.uai, placeOf(one)]));
  const filled = { kind: 'project', title, ...(url && { url }) };
  return {
    ...{ id, title, url, audience, until: t.classProjects.until(t.day(joinsUntil)) },
    joinable: isJoinable(project, localDateInParis(deps.ports.clock.now())),
    entered: own
      .filter(({ projectId }) => projectId === id)
      .map(({ uai, classes, count }) => ({
        uai,
        words: t.classProjects.entered(classes, count, nameOf.get(uai) ?? uai),
      })),
    contributeHref: `/my/contributions/new?${new URLSearchParams(filled)}`,
  };
}
