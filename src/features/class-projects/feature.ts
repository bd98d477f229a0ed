import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Row } from '../../domain/tables/column-names.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import { OWN } from '../../domain/tables/treatments.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { classProjectErrors } from './feature-errors.ts';

/** The most characters of the texts about a project, and of the names of the classes that take part. */
export const CLASS_PROJECT_LENGTHS = { title: 120, audience: 300, classes: 200 } as const;
/** The most classes that one entry may count. */
export const MOST_CLASSES = 50;

/** A project that the DANE runs for classes in one school year (Tw'haïku, webdiff…). */
export interface ClassProject {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  /** Who may take part, in the DANE's words. */
  readonly audience: string;
  readonly schoolYear: SchoolYear;
  /** The last day on which classes are entered and withdrawn. */
  readonly joinsUntil: LocalDate;
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
  /** Set when the DANE stopped offering the project. */
  readonly endedAt?: Instant;
}

/** Classes of a school that someone enters for a project. No pupil is named. */
export interface ClassParticipation {
  readonly projectId: string;
  readonly personId: PersonId;
  readonly uai: Uai;
  /** Names or levels of the classes. */
  readonly classes: string;
  readonly count: number;
  readonly joinedAt: Instant;
}

/** Whether classes can still be entered and withdrawn. */
export function isJoinable({ joinsUntil, endedAt }: ClassProject, today: LocalDate): boolean {
  return endedAt === undefined && today <= joinsUntil;
}

/** Changes to projects for classes. */
export type ClassProjectChange =
  /** A new project. The whole commit is refused where its id is taken. */
  | { readonly kind: 'class-project-added'; readonly project: ClassProject }
  /** The whole commit is refused where the project is no longer as it was read. */
  | {
      readonly kind: 'class-project-changed';
      readonly asRead: ClassProject;
      readonly project: ClassProject;
    }
  /** Replaces the earlier entry of the same person for the same school. The whole commit is refused where the
   *  project no longer takes classes on that day. */
  | {
      readonly kind: 'classes-entered';
      readonly participation: ClassParticipation;
      readonly today: LocalDate;
    }
  /** The same precondition as for classes that are entered. */
  | {
      readonly kind: 'classes-withdrawn';
      readonly today: LocalDate;
      readonly projectId: string;
      readonly personId: PersonId;
      readonly uai: Uai;
    };

/** Reads the DANE's projects for classes. */
export interface ClassProjectReader {
  readClassProject(id: string): Promise<ClassProject | undefined>;
  /** The newest first, at most 100. */
  readClassProjects(): Promise<readonly ClassProject[]>;
  readParticipationsOf(personId: PersonId): Promise<readonly ClassParticipation[]>;
  /** By school, at most 500. */
  readParticipationsIn(projectId: string): Promise<readonly ClassParticipation[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface ClassProjectsTables {
  class_project: RowOf<ClassProject>;
  class_participation: Row<'class_participation', ClassParticipation>;
}

/** What the other layers read of this feature. */
export const feature = declare<ClassProjectsTables, ClassProjectChange, ClassProjectReader>()({
  group: 'schools',
  history: ['classes-entered', 'classes-withdrawn'],
  audit: ['class-project-made', 'class-project-changed'],
  errors: classProjectErrors,
  menu: {
    my: { classProjects: { under: 'practice', after: 'contributions', path: '/my/class-projects' } },
    dane: { classProjects: { under: 'files', after: 'reports', path: '/dane/class-projects' } },
  },
  people: {
    class_participation: {
      ...OWN,
      exportedAfter: 'training_wish',
      merge: { unless: ['project_id', 'uai'] },
      register: 'nothing',
      school: 'kept',
      ends: {
        with: 'facts',
        dated: { in: 'class_project', key: 'id', by: 'project_id', schoolYear: 'school_year' },
        fact: 'participations',
      },
    },
  },
});
