import type { SchoolProject } from '../../domain/engagement/school-project.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Uai } from '../../domain/uai.ts';

/** Reads the digital-education projects of schools. */
export interface SchoolProjectReader {
  /** The newest first. */
  readSchoolProjects(uai: Uai): Promise<readonly SchoolProject[]>;
  /** The projects with which the person is associated, the newest first. */
  readSchoolProjectsOf(personId: PersonId): Promise<readonly SchoolProject[]>;
}
