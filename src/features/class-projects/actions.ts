import { requireSchoolOpen } from '../../application/engagements/open-school.ts';
import { keyOfForm } from '../../application/idempotency-key.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { schoolYearOf } from '../../domain/time/school-year.ts';
import { type ClassParticipation, type ClassProject, isJoinable } from './feature.ts';

export interface SaveClassProject {
  /** Absent for a new project. */
  readonly id?: string | undefined;
  /** The token of the form: sent several times, it lists one project. */
  readonly once?: string | undefined;
  readonly title: string;
  readonly url?: string | undefined;
  readonly audience: string;
  readonly joinsUntil: LocalDate;
  readonly by: PersonId;
}

interface EndClassProject {
  readonly id: string;
  /** False to begin the offer again. */
  readonly ended: boolean;
  readonly by: PersonId;
}

/** Lists a project for classes, or changes one, for the DANE. Throws `not-found`. */
const saveClassProject =
  ({ store, clock, ids }: Ports) =>
  ({ id, once, by, title, url, audience, joinsUntil }: SaveClassProject): Promise<ClassProject> =>
    retryOnConflict(async () => {
      const known = id ?? (await keyOfForm({ by, once, said: [title, url, audience, joinsUntil] }));
      const before = known === undefined ? undefined : await store.readClassProject(known);
      if (id !== undefined && !before) throw new DomainError('not-found');
      if (id === undefined && before) return before;
      const at = clock.now();
      const project = compact({
        ...{ id: known ?? ids.uuid(), title, url, audience, joinsUntil },
        ...{ schoolYear: schoolYearOf(joinsUntil), endedAt: before?.endedAt },
        ...{ madeBy: before?.madeBy ?? by, madeAt: before?.madeAt ?? at },
      });
      await store.commit([
        before
          ? { kind: 'class-project-changed', asRead: before, project }
          : { kind: 'class-project-added', project },
        audit(before ? 'class-project-changed' : 'class-project-made', {
          at,
          actor: by,
          subject: project.id,
        }),
      ]);
      return project;
    });

/** Ends the offer of a project, or begins it again, for the DANE. Classes that were entered stay. Throws
 *  `not-found`, and `settled-meanwhile` where the project is in that state already. */
const endClassProject =
  ({ store, clock }: Ports) =>
  ({ id, ended, by }: EndClassProject): Promise<void> =>
    retryOnConflict(async () => {
      const found = await store.readClassProject(id);
      if (!found) throw new DomainError('not-found');
      const { endedAt, ...project } = found;
      if (ended === (endedAt !== undefined)) throw new DomainError('settled-meanwhile');
      const at = clock.now();
      await store.commit([
        {
          kind: 'class-project-changed',
          asRead: found,
          project: ended ? { ...project, endedAt: at } : project,
        },
        audit('class-project-changed', { at, actor: by, subject: id }),
      ]);
    });

/** Enters classes of a school for a project, or changes the entry. The caller has checked that the school is
 *  one of the person's. Throws `not-found`, `project-closed`, `establishment-closed`. */
const enterClasses =
  ({ store, clock }: Ports) =>
  (stated: Omit<ClassParticipation, 'joinedAt'>): Promise<void> =>
    retryOnConflict(async () => {
      const at = clock.now();
      const today = localDateInParis(at);
      await requireJoinable(store, stated.projectId, today);
      const details = { project: stated.projectId, uai: stated.uai, count: stated.count };
      await store.commit([
        ...(await requireSchoolOpen(store, { uai: stated.uai, until: today })),
        { kind: 'classes-entered', participation: { ...stated, joinedAt: at }, today },
        audit('classes-entered', { at, actor: stated.personId, subject: stated.personId, details }),
      ]);
    });

/** Withdraws the classes. Throws `not-found`, `project-closed`. */
const withdrawClasses =
  ({ store, clock }: Ports) =>
  (stated: Pick<ClassParticipation, 'projectId' | 'personId' | 'uai'>): Promise<void> =>
    retryOnConflict(async () => {
      const { projectId, personId, uai } = stated;
      const at = clock.now();
      const today = localDateInParis(at);
      await requireJoinable(store, projectId, today);
      const details = { project: projectId, uai };
      await store.commit([
        { kind: 'classes-withdrawn', projectId, personId, uai, today },
        audit('classes-withdrawn', { at, actor: personId, subject: personId, details }),
      ]);
    });

async function requireJoinable(
  store: Ports['store'],
  projectId: string,
  today: LocalDate,
): Promise<ClassProject> {
  const project = await store.readClassProject(projectId);
  if (!project) throw new DomainError('not-found');
  if (!isJoinable(project, today)) throw new DomainError('project-closed');
  return project;
}

export const classProjectServices = useCases({
  saveClassProject,
  endClassProject,
  enterClasses,
  withdrawClasses,
});
