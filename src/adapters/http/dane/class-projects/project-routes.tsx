import { type Context, Hono } from 'hono';
import { z } from 'zod';
import {
  CLASS_PROJECT_LENGTHS,
  type ClassProject,
  isJoinable,
} from '../../../../domain/support/class-project.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import { typographic } from '../../../../texts/typographic.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { choiceOf, optionalUrl, requiredDate, requiredText } from '../../shell/form.ts';
import { onceField, onceOf } from '../../shell/once.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { afterDoing, formOver, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { DaneProjectPage, DaneProjectsPage, type ProjectLine } from './projects-page.tsx';

const projectForm = z.object({
  title: requiredText(CLASS_PROJECT_LENGTHS.title),
  url: optionalUrl,
  audience: requiredText(CLASS_PROJECT_LENGTHS.audience),
  joinsUntil: requiredDate,
});
const addedForm = projectForm.extend({ once: onceField });
const endForm = z.object({ ended: choiceOf(['yes', 'no']) });

type SaidProject = z.output<typeof projectForm> & { readonly once?: string | undefined };

/** `/dane/class-projects`: the projects that the DANE runs for classes. */
export function daneClassProjectRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const save = async (c: Context<AppEnv>, said: SaidProject, id?: string) => {
    const by = c.var.signedIn.actor.personId;
    const project = await services.saveClassProject({ ...said, id, by });
    return afterDoing('class-project-saved', `/dane/class-projects/${project.id}`);
  };
  return new Hono<AppEnv>()
    .get('/dane/class-projects', ...guards, (c) => showAll(c, deps))
    .post(
      '/dane/class-projects',
      ...guards,
      takeForm(deps, {
        schema: addedForm,
        show: (c, sent) => showAll(c, deps, sent),
        act: (c, said) => save(c, said),
      }),
    )
    .get('/dane/class-projects/:id', ...guards, (c) => showOne(c, deps))
    .post(
      '/dane/class-projects/:id',
      ...guards,
      takeForm(deps, {
        schema: projectForm,
        show: (c, sent) => showOne(c, deps, sent),
        act: (c, said) => save(c, said, c.req.param('id') ?? ''),
      }),
    )
    .post(
      '/dane/class-projects/:id/end',
      ...guards,
      takeForm(deps, {
        schema: endForm,
        show: (c) => showOne(c, deps),
        act: async (c, { ended }) => {
          const id = c.req.param('id') ?? '';
          const by = c.var.signedIn.actor.personId;
          await services.endClassProject({ id, ended: ended === 'yes', by });
          return afterDoing('class-project-saved', `/dane/class-projects/${id}`);
        },
      }),
    );
}

function toLine(project: ClassProject, frame: PageFrame, { ports }: AppDeps): ProjectLine {
  const { id, title, audience, joinsUntil, endedAt } = project;
  const joinable = isJoinable(project, localDateInParis(ports.clock.now()));
  const state = endedAt ? 'ended' : joinable ? 'open' : 'closed';
  return { id, title, audience, until: frame.t.day(joinsUntil), state };
}

async function showAll(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const frame = workspaceFrame(c, deps, 'dane');
  const projects = await deps.ports.store.readClassProjects();
  const lines = projects.map((one) => toLine(one, frame, deps));
  const page = <DaneProjectsPage lines={lines} form={sent ?? EMPTY_FORM} once={onceOf(deps, sent)} />;
  return answerPage(c, frame, page, sent?.status);
}

async function showOne(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const { store } = deps.ports;
  const project = await store.readClassProject(c.req.param('id') ?? '');
  if (!project) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const frame = workspaceFrame(c, deps, 'dane');
  const all = await store.readParticipationsIn(project.id);
  const uais = [...new Set(all.map(({ uai }) => uai))];
  const [schools, people] = await Promise.all([
    uais.length > 0 ? store.readEstablishments(uais) : [],
    store.readPeople([...new Set(all.map(({ personId }) => personId))]),
  ]);
  const schoolOf = new Map(
    schools.map(({ uai, name, commune }) => [uai, typographic([name, commune].filter(Boolean).join(', '))]),
  );
  const nameOf = new Map(people.map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
  const { title, url, audience, joinsUntil } = project;
  const view = {
    ...toLine(project, frame, deps),
    classes: all.reduce((sum, { count }) => sum + count, 0),
    schools: uais.length,
    participations: all.map((one) => ({
      school: schoolOf.get(one.uai) ?? one.uai,
      classes: one.classes,
      count: one.count,
      by: nameOf.get(one.personId) ?? '—',
    })),
    eventHref: `/dane/events/new?${new URLSearchParams({ kind: 'EV-PROJ', title })}`,
  };
  const values = { title: [title], url: [url ?? ''], audience: [audience], joinsUntil: [joinsUntil] };
  const form = formOver(values, sent);
  return answerPage(c, frame, <DaneProjectPage view={view} form={form} />, sent?.status);
}
