import type { PersonId } from '../../domain/ids.ts';
import type { ClassParticipation, ClassProject } from '../../domain/support/class-project.ts';

/** Reads the DANE's projects for classes. */
export interface ClassProjectReader {
  readClassProject(id: string): Promise<ClassProject | undefined>;
  /** The newest first, at most 100. */
  readClassProjects(): Promise<readonly ClassProject[]>;
  readParticipationsOf(personId: PersonId): Promise<readonly ClassParticipation[]>;
  /** By school, at most 500. */
  readParticipationsIn(projectId: string): Promise<readonly ClassParticipation[]>;
}
