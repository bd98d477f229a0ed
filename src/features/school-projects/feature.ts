import { DomainError } from '../../domain/errors.ts';
import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Engagement, isCountable } from '../../domain/records.ts';
import type { Row } from '../../domain/tables/column-names.ts';
import { WITH_PERSON } from '../../domain/tables/treatments.ts';
import type { Instant, LocalDate, Period } from '../../domain/time/calendar.ts';
import { intersect, toDaySpan } from '../../domain/time/day-spans.ts';
import type { Uai } from '../../domain/uai.ts';
import { schoolProjectErrors } from './feature-errors.ts';

/** A digital-education project of a school, with the RUPN associated to it. */
export interface SchoolProject {
  readonly id: string;
  readonly uai: Uai;
  readonly title: string;
  readonly description: string;
  readonly url?: string;
  /** Open where the project continues. */
  readonly period: Period;
  readonly members: readonly PersonId[];
  readonly keptBy: PersonId;
  readonly keptAt: Instant;
}

/** Changes to the projects of schools. */
export type SchoolProjectChange =
  /** A new project. The whole commit is refused where its id is taken. */
  | { readonly kind: 'school-project-added'; readonly project: SchoolProject }
  /** Replaces the project, with its members. The whole commit is refused where it is no longer as it was
   *  read. */
  | {
      readonly kind: 'school-project-changed';
      readonly asRead: SchoolProject;
      readonly project: SchoolProject;
    }
  | { readonly kind: 'school-project-removed'; readonly asRead: SchoolProject };

/** The people who may be associated to a project: those with a confirmed engagement at the school on one of
 *  its days. */
function eligibleMembers(
  { uai, period }: Pick<SchoolProject, 'uai' | 'period'>,
  engagements: readonly Engagement[],
): ReadonlySet<PersonId> {
  return new Set(
    engagements
      .filter(
        (one) =>
          one.uai === uai &&
          isCountable(one.confirmation) &&
          intersect(toDaySpan(one.period), toDaySpan(period)) !== undefined,
      )
      .map(({ personId }) => personId),
  );
}

/** Throws `not-engaged-then` where a member of the project has no confirmed engagement at the school on any
 *  day of the project. */
export function assertMembersEngaged(project: SchoolProject, engagements: readonly Engagement[]): void {
  const eligible = eligibleMembers(project, engagements);
  if (project.members.some((id) => !eligible.has(id))) throw new DomainError('not-engaged-then');
}

/** The projects of a person that have begun by that day, the newest first. */
export function projectsOf(
  personId: PersonId,
  projects: readonly SchoolProject[],
  on: LocalDate,
): readonly SchoolProject[] {
  return projects
    .filter(({ members, period }) => members.includes(personId) && period.from <= on)
    .toSorted((a, b) => (a.period.from < b.period.from ? 1 : -1));
}

/** Reads the digital-education projects of schools. */
export interface SchoolProjectReader {
  /** The newest first. */
  readSchoolProjects(uai: Uai): Promise<readonly SchoolProject[]>;
  /** The projects with which the person is associated, the newest first. */
  readSchoolProjectsOf(personId: PersonId): Promise<readonly SchoolProject[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface SchoolProjectsTables {
  school_project: Row<'school_project', Omit<SchoolProject, 'members'>>;
  school_project_member: { project_id: string; person_id: PersonId };
}

/** What the other layers read of this feature. */
export const feature = declare<SchoolProjectsTables, SchoolProjectChange, SchoolProjectReader>()({
  group: 'schools',
  history: ['project-joined', 'project-left'],
  audit: ['project-saved', 'project-removed'],
  errors: schoolProjectErrors,
  menu: {
    school: { projects: { under: 'means', after: 'means', path: '/projects' } },
  },
  people: {
    // The name of the project stands in another table.
    school_project_member: {
      by: 'person_id',
      merge: { unless: ['project_id'] },
      erase: 'deleted',
      export: 'apart',
      register: 'projets-membres',
      ends: WITH_PERSON,
    },
  },
});
