import { keyOfForm } from '../../application/idempotency-key.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { assertMembersEngaged, type SchoolProject } from './feature.ts';

export interface ProjectCommand {
  readonly project: Omit<SchoolProject, 'id' | 'keptBy' | 'keptAt'>;
  /** The project to change; absent for a new one. */
  readonly id?: string;
  /** The token of the form: sent several times, it adds one project. */
  readonly once?: string | undefined;
  readonly by: PersonId;
}

/** Records a project of the school, or changes one. A line is added to the history of each person who joins
 *  or leaves it. Throws `settled-meanwhile` where it was removed, `not-engaged-then`. */
const saveProject =
  ({ store, clock, ids }: Ports) =>
  ({ project: reported, id, once, by }: ProjectCommand): Promise<void> =>
    retryOnConflict(async () => {
      const { uai } = reported;
      const [[record], known] = await Promise.all([
        store.readSchoolRecords([uai]),
        store.readSchoolProjects(uai),
      ]);
      const former = known.find((one) => one.id === id);
      if (id !== undefined && !former) throw new DomainError('settled-meanwhile');
      const added = id ?? (await keyOfForm({ by, once, said: [JSON.stringify(reported)] }));
      if (!former && known.some((one) => one.id === added)) return;
      const at = clock.now();
      const project = { ...reported, id: added ?? ids.uuid(), keptBy: by, keptAt: at };
      const people = record?.people ?? [];
      assertMembersEngaged(
        project,
        people.flatMap(({ engagements }) => engagements),
      );
      await store.commit([
        former
          ? { kind: 'school-project-changed', asRead: former, project }
          : { kind: 'school-project-added', project },
        audit('project-saved', { at, actor: by, subject: uai, details: { project: project.id } }),
        ...membersAudited(project, former?.members ?? [], at),
      ]);
    });

/** The lines of the audit about the people who join the project or leave it. */
function membersAudited(
  { id, uai, members, keptBy: actor }: SchoolProject,
  before: readonly PersonId[],
  at: Instant,
): readonly Change[] {
  const stated = { at, actor, details: { project: id, uai } };
  const left = before.filter((one) => !members.includes(one));
  const joined = members.filter((one) => !before.includes(one));
  return [
    ...joined.map((subject) => audit('project-joined', { ...stated, subject })),
    ...left.map((subject) => audit('project-left', { ...stated, subject })),
  ];
}

/** Removes a project that was recorded by mistake. A project that has ended should get a last day instead.
 *  Throws `settled-meanwhile` where it was removed already. */
const removeProject =
  ({ store, clock }: Ports) =>
  ({ uai, id, by }: { readonly uai: Uai; readonly id: string; readonly by: PersonId }): Promise<void> =>
    retryOnConflict(async () => {
      const project = (await store.readSchoolProjects(uai)).find((one) => one.id === id);
      if (!project) throw new DomainError('settled-meanwhile');
      const at = clock.now();
      await store.commit([
        { kind: 'school-project-removed', asRead: project },
        audit('project-removed', { at, actor: by, subject: uai, details: { project: id } }),
        ...membersAudited({ ...project, members: [], keptBy: by }, project.members, at),
      ]);
    });

export const projectServices = useCases({ saveProject, removeProject });
