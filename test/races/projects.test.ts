import type { Uai } from '../../src/domain/uai.ts';
import type { NodeContext } from '../../src/node.ts';
import { actionsOf, describeEncounters, encounter, idOf } from '../support/encounters.ts';
import { CHEF, DANE, PAUL } from '../support/fixtures/schools.ts';
import { inDays } from '../support/now.ts';

const UAI = '0210001M' as Uai;

/** What a form would send as a new project of the school. */
async function projectInput(process: NodeContext) {
  const [by, paul] = await Promise.all([idOf(process, CHEF), idOf(process, PAUL)]);
  const project = {
    ...{ uai: UAI, title: `Projet ${crypto.randomUUID()}`, description: 'Un texte.' },
    ...{ period: { from: inDays(-10) }, members: [paul] },
  };
  return { by, project, once: crypto.randomUUID() };
}
type ProjectInput = Awaited<ReturnType<typeof projectInput>>;
const add = ({ services }: NodeContext, command: ProjectInput) => services.saveProject(command);
const found = async ({ ports }: NodeContext, { project: { title } }: ProjectInput) =>
  (await ports.store.readSchoolProjects(UAI)).filter((one) => one.title === title);
async function added(process: NodeContext) {
  const of = await projectInput(process);
  await add(process, of);
  const [project] = await found(process, of);
  return { ...of, id: project?.id ?? '' };
}
type Added = Awaited<ReturnType<typeof added>>;
const change =
  (description: string, members?: readonly never[]) =>
  ({ services }: NodeContext, { by, id, project }: Added) =>
    services.saveProject({ by, id, project: { ...project, description, ...(members && { members }) } });
const remove = ({ services }: NodeContext, { by, id }: Added) => services.removeProject({ uai: UAI, id, by });
const projects = async (process: NodeContext, of: ProjectInput) => {
  const all = await found(process, of);
  const lines = await process.ports.store.readAuditOf(UAI, 500);
  return {
    texts: all.map(({ description, members }) => [description, members.length]),
    lines: lines.filter(({ details }) => all.some(({ id }) => details?.['project'] === id)).length,
  };
};

/** What a form would send as a new project for classes. */
async function offered(process: NodeContext) {
  const [by, paul] = await Promise.all([idOf(process, DANE), idOf(process, PAUL)]);
  const title = `Concours ${crypto.randomUUID()}`;
  return {
    by,
    paul,
    said: { title, audience: 'Collèges', joinsUntil: inDays(30), once: crypto.randomUUID() },
  };
}
type Offered = Awaited<ReturnType<typeof offered>>;
const list = async ({ services }: NodeContext, { by, said }: Offered) =>
  (await services.saveClassProject({ ...said, by })).title === said.title;
async function listed(process: NodeContext) {
  const of = await offered(process);
  const { id } = await process.services.saveClassProject({ ...of.said, by: of.by });
  return { ...of, id };
}
type Listed = Awaited<ReturnType<typeof listed>>;
const end =
  (ended: boolean) =>
  ({ services }: NodeContext, { id, by }: Listed) =>
    services.endClassProject({ id, ended, by });
const rename = async ({ services }: NodeContext, { id, by, said: { once: _, ...said } }: Listed) => {
  await services.saveClassProject({ ...said, audience: 'Lycées', id, by });
};
const enter = ({ services }: NodeContext, { id, paul }: Listed) =>
  services.enterClasses({ projectId: id, personId: paul, uai: UAI, classes: '6e A', count: 1 });
const classProject = async (process: NodeContext, { id = '', said }: Offered & { readonly id?: string }) => {
  const { store } = process.ports;
  const all = (await store.readClassProjects()).filter(({ title }) => title === said.title);
  return {
    projects: all.map(({ audience, endedAt }) => [audience, endedAt !== undefined]),
    entered: (await store.readParticipationsIn(id)).length,
    audit: (await Promise.all(all.map((one) => actionsOf(process, one.id)))).flat(),
  };
};

async function wondering(process: NodeContext) {
  const personId = await idOf(process, PAUL);
  for (const { id, state } of await process.ports.store.readSupportRequestsOf(personId)) {
    if (state === 'open') await process.services.endSupport({ id, by: personId, side: 'asker' });
  }
  const stated = { uai: UAI, kind: 'other' as const, title: 'Aide', text: crypto.randomUUID() };
  return { personId, ...stated, once: crypto.randomUUID() };
}
type Wondering = Awaited<ReturnType<typeof wondering>>;
const ask = async ({ services }: NodeContext, requested: Wondering) =>
  (await services.askSupport(requested as never)).title;
const supported = async ({ ports }: NodeContext, { personId, text }: Wondering) =>
  (await ports.store.readSupportRequestsOf(personId)).filter(({ messages }) => messages[0]?.text === text)
    .length;

describeEncounters('Projects and support', [
  encounter({
    name: 'a school’s project added twice',
    prepare: projectInput,
    acts: [add, add],
    look: projects,
  }),
  encounter({
    name: 'a school’s project changed by two',
    prepare: added,
    acts: [change('Un'), change('Deux', [])],
    look: projects,
  }),
  encounter({
    name: 'a school’s project changed and removed',
    prepare: added,
    acts: [change('Un'), remove],
    look: projects,
  }),
  encounter({
    name: 'a school’s project removed twice',
    prepare: added,
    acts: [remove, remove],
    look: projects,
  }),
  encounter({
    name: 'a class project listed twice',
    prepare: offered,
    acts: [list, list],
    look: classProject,
  }),
  encounter({
    name: 'a class project ended twice',
    prepare: listed,
    acts: [end(true), end(true)],
    look: classProject,
  }),
  encounter({
    name: 'a class project ended and changed',
    prepare: listed,
    acts: [end(true), rename],
    look: classProject,
  }),
  encounter({
    name: 'classes entered and the project ended',
    prepare: listed,
    acts: [enter, end(true)],
    look: classProject,
  }),
  encounter({ name: 'support asked twice', prepare: wondering, acts: [ask, ask], look: supported }),
]);
