import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { SchoolInYear } from '../../../../application/school/read-school.ts';
import { may } from '../../../../domain/access/may.ts';
import type { SchoolProject } from '../../../../domain/engagement/school-project.ts';
import { parsePersonId } from '../../../../domain/ids.ts';
import { isCountable } from '../../../../domain/records.ts';
import { nameOf, periodWords } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import {
  type FormValues,
  manyOf,
  optionalDate,
  optionalText,
  optionalUrl,
  requiredDate,
  requiredText,
} from '../../shell/form.ts';
import { onceField, onceOf } from '../../shell/once.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type SentForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf } from '../school-context.ts';
import { DESCRIPTION_LENGTH, ProjectsPage } from './projects-page.tsx';

/** No school has as many RUPN. */
const MOST_MEMBERS = 100;

const projectForm = z
  .object({
    id: optionalText(100),
    once: onceField,
    title: requiredText(120),
    description: requiredText(DESCRIPTION_LENGTH),
    url: optionalUrl,
    from: requiredDate,
    to: optionalDate,
    members: manyOf(MOST_MEMBERS).transform((ids) => ids.map(parsePersonId)),
  })
  .refine(({ from, to }) => !to || to >= from, { path: ['to'], message: 'end-before-start' });
const removedForm = z.object({ id: requiredText(100) });

/** `/school/{uai}/projects`: the school's digital-education projects, with the RUPN associated to them. */
export function projectRoutes(deps: AppDeps) {
  const { services } = deps;
  const equip = schoolGuards(deps, 'equip-establishment');
  const show = (c: Context<AppEnv>, sent?: SentForm) => showProjects(c, deps, sent);
  const pageOf = (c: Context<AppEnv>) => `/school/${requiredUaiOf(c)}/projects`;
  return new Hono<AppEnv>()
    .get('/school/:uai/projects', ...schoolGuards(deps, 'read-establishment'), (c) => show(c))
    .post(
      '/school/:uai/projects',
      ...equip,
      takeForm(deps, {
        schema: projectForm,
        show,
        act: async (c, { id, once, url, from, to, ...told }) => {
          const period = { from, ...(to && { to }) };
          const project = { uai: requiredUaiOf(c), ...told, period, ...(url && { url }) };
          const by = c.var.signedIn.actor.personId;
          await services.saveProject({ project, once, by, ...(id && { id }) });
          return afterDoing('project-saved', pageOf(c));
        },
        refusals: { 'not-engaged-then': { members: 'not-engaged-then' } },
      }),
    )
    .post(
      '/school/:uai/projects/remove',
      ...equip,
      takeForm(deps, {
        schema: removedForm,
        show,
        act: async (c, { id }) => {
          const by = c.var.signedIn.actor.personId;
          await services.removeProject({ uai: requiredUaiOf(c), id, by });
          return afterDoing('project-removed', pageOf(c));
        },
      }),
    );
}

async function showProjects(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const uai = requiredUaiOf(c);
  const [school, projects] = await Promise.all([
    deps.services.readSchool(uai),
    deps.ports.store.readSchoolProjects(uai),
  ]);
  const wording = wordingOf(c, deps);
  const names = new Map(school.people.map((person) => [person.id, nameOf(person)]));
  const id = sent ? sent.values['id']?.[0] : c.req.query('project');
  const edited = projects.find((one) => one.id === id);
  const props = {
    school: placeOf(c, school),
    mayEquip: may(c.var.signedIn.actor, 'equip-establishment', { kind: 'establishment', uai }),
    projects: projects.map(({ period, members, ...one }) => ({
      ...one,
      period: periodWords(period, wording),
      members: members.map((member) => names.get(member) ?? ''),
    })),
    people: peopleOf(school),
    form: formOver(edited ? toValues(edited) : {}, sent),
    once: onceOf(deps, sent),
    ...(edited && { edited: { id: edited.id, title: edited.title } }),
  };
  return answerPage(c, workspaceFrame(c, deps, 'school'), <ProjectsPage {...props} />, sent?.status);
}

/** Everyone with a confirmed engagement at the school, whatever its days. */
function peopleOf({ people, engagements }: SchoolInYear) {
  const confirmed = new Set(
    engagements.filter(({ confirmation }) => isCountable(confirmation)).map(({ personId }) => personId),
  );
  return people
    .filter(({ id }) => confirmed.has(id))
    .map((person) => ({ value: person.id, label: nameOf(person) }));
}

function toValues({ id, title, description, url, period, members }: SchoolProject): FormValues {
  const { from, to = '' } = period;
  const values = { id, title, description, url: url ?? '', from, to };
  const texts = Object.entries(values).map(([name, value]) => [name, [value]]);
  return { ...Object.fromEntries(texts), members };
}
