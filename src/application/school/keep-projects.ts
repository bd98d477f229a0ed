import { audit } from '../../domain/audit.ts';
import { refuseStrangers, type SchoolProject } from '../../domain/engagement/school-project.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Clock, Ids, Store } from '../ports.ts';

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readEstablishmentRecords' | 'readSchoolProjects'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
}

export interface ProjectCommand {
  readonly project: Omit<SchoolProject, 'id' | 'keptBy' | 'keptAt'>;
  /** The project to change; absent for a new one. */
  readonly id?: string;
  readonly by: PersonId;
}

/** Records a project of the school, or changes one. A line is added to the history of each person who joins
 *  or leaves it. Throws `not-found`, `not-engaged-then`. */
export const saveProject =
  ({ store, clock, ids }: Needs) =>
  async ({ project: told, id, by }: ProjectCommand): Promise<void> => {
    const { uai } = told;
    const [[record], known] = await Promise.all([
      store.readEstablishmentRecords([uai]),
      store.readSchoolProjects(uai),
    ]);
    const former = known.find((one) => one.id === id);
    if (id !== undefined && !former) throw new DomainError('not-found');
    const at = clock.now();
    const project = { ...told, id: id ?? ids.uuid(), keptBy: by, keptAt: at };
    const people = record?.people ?? [];
    refuseStrangers(
      project,
      people.flatMap(({ engagements }) => engagements),
    );
    const details = { project: project.id, uai };
    const left = (former?.members ?? []).filter((one) => !project.members.includes(one));
    const joined = project.members.filter((one) => !former?.members.includes(one));
    await store.commit([
      { kind: 'school-project-saved', project },
      audit('project-saved', { at, actor: by, subject: uai, details: { project: project.id } }),
      ...joined.map((subject) => audit('project-joined', { at, actor: by, subject, details })),
      ...left.map((subject) => audit('project-left', { at, actor: by, subject, details })),
    ]);
  };

/** Removes a project that was recorded by mistake. A project that has ended should get a last day instead.
 *  Throws `not-found`. */
export const removeProject =
  ({ store, clock }: Pick<Needs, 'store' | 'clock'>) =>
  async ({ uai, id, by }: { readonly uai: Uai; readonly id: string; readonly by: PersonId }) => {
    const project = (await store.readSchoolProjects(uai)).find((one) => one.id === id);
    if (!project) throw new DomainError('not-found');
    const at = clock.now();
    const details = { project: id, uai };
    await store.commit([
      { kind: 'school-project-removed', id },
      audit('project-removed', { at, actor: by, subject: uai, details: { project: id } }),
      ...project.members.map((subject) => audit('project-left', { at, actor: by, subject, details })),
    ]);
  };
