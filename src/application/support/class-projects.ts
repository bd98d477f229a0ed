import { audit } from '../../domain/audit.ts';
import { compact } from '../../domain/compact.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import {
  type ClassParticipation,
  type ClassProject,
  isJoinable,
} from '../../domain/support/class-project.ts';
import { schoolYearOf } from '../../domain/time/school-year.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { Clock, Ids, Store } from '../ports.ts';

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readClassProject'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
}

export interface SaveClassProject {
  /** Absent for a new project. */
  readonly id?: string | undefined;
  readonly title: string;
  readonly url?: string | undefined;
  readonly audience: string;
  readonly joinsUntil: LocalDate;
  readonly by: PersonId;
}

/** Lists a project for classes, or changes one, for the DANE. Throws `not-found`. */
export const saveClassProject =
  ({ store, clock, ids }: Needs) =>
  async ({ id, by, title, url, audience, joinsUntil }: SaveClassProject): Promise<ClassProject> => {
    const before = id === undefined ? undefined : await store.readClassProject(id);
    if (id !== undefined && !before) throw new DomainError('not-found');
    const at = clock.now();
    const project = compact({
      ...{ id: before?.id ?? ids.uuid(), title, url, audience, joinsUntil },
      ...{ schoolYear: schoolYearOf(joinsUntil), endedAt: before?.endedAt },
      ...{ madeBy: before?.madeBy ?? by, madeAt: before?.madeAt ?? at },
    });
    await store.commit([
      { kind: 'class-project-saved', project },
      audit(before ? 'class-project-changed' : 'class-project-made', { at, actor: by, subject: project.id }),
    ]);
    return project;
  };

/** Ends the offer of a project, or begins it again, for the DANE. Classes that were entered stay. Throws
 *  `not-found`. */
export const endClassProject =
  ({ store, clock }: Needs) =>
  async ({ id, by }: { readonly id: string; readonly by: PersonId }): Promise<void> => {
    const found = await store.readClassProject(id);
    if (!found) throw new DomainError('not-found');
    const { endedAt, ...project } = found;
    const at = clock.now();
    await store.commit([
      { kind: 'class-project-saved', project: endedAt ? project : { ...project, endedAt: at } },
      audit('class-project-changed', { at, actor: by, subject: id }),
    ]);
  };

/** Enters classes of a school for a project, or changes the entry. The caller has checked that the school is
 *  one of the person's. Throws `not-found`, `project-closed`. */
export const enterClasses =
  ({ store, clock }: Needs) =>
  async (said: Omit<ClassParticipation, 'joinedAt'>): Promise<void> => {
    const at = clock.now();
    await requireJoinable(store, said.projectId, localDateInParis(at));
    const details = { project: said.projectId, uai: said.uai, count: said.count };
    await store.commit([
      { kind: 'classes-entered', participation: { ...said, joinedAt: at } },
      audit('classes-entered', { at, actor: said.personId, subject: said.personId, details }),
    ]);
  };

/** Withdraws the classes. Throws `not-found`, `project-closed`. */
export const withdrawClasses =
  ({ store, clock }: Needs) =>
  async (said: Pick<ClassParticipation, 'projectId' | 'personId' | 'uai'>): Promise<void> => {
    const { projectId, personId, uai } = said;
    const at = clock.now();
    await requireJoinable(store, projectId, localDateInParis(at));
    await store.commit([
      { kind: 'classes-withdrawn', projectId, personId, uai },
      audit('classes-withdrawn', {
        at,
        actor: personId,
        subject: personId,
        details: { project: projectId, uai },
      }),
    ]);
  };

async function requireJoinable(
  store: Needs['store'],
  projectId: string,
  today: LocalDate,
): Promise<ClassProject> {
  const project = await store.readClassProject(projectId);
  if (!project) throw new DomainError('not-found');
  if (!isJoinable(project, today)) throw new DomainError('project-closed');
  return project;
}
