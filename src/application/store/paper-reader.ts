import type { PersonId } from '../../domain/ids.ts';
import type { Paper, PaperId } from '../../domain/paper/paper.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';

/** A paper without its facts. */
export type MadePaper = Pick<Paper, 'id' | 'kind' | 'personId' | 'madeAt'>;

/** Reads papers. */
export interface PaperReader {
  readPaper(id: PaperId): Promise<Paper | undefined>;
  /** The newest first. */
  readPapers(uai: Uai, limit: number): Promise<readonly Paper[]>;
  /** The papers of a school year without their facts, the newest first. */
  readPapersMade(uai: Uai, schoolYear: SchoolYear): Promise<readonly MadePaper[]>;
  /** The papers with these ids, in no particular order. Unknown ids are left out. */
  readPapersWith(ids: readonly PaperId[]): Promise<readonly Paper[]>;
  /** Papers about one person, the newest first. */
  readPapersAbout(personId: PersonId, limit: number): Promise<readonly Paper[]>;
}
