import type { PersonId } from '../../domain/ids.ts';
import type { Paper, PaperId } from '../../domain/paper/paper.ts';
import type { Uai } from '../../domain/uai.ts';

/** Reads papers. */
export interface PaperReader {
  readPaper(id: PaperId): Promise<Paper | undefined>;
  /** The newest first. */
  readPapers(uai: Uai, limit: number): Promise<readonly Paper[]>;
  /** Papers about one person, the newest first. */
  readPapersAbout(personId: PersonId, limit: number): Promise<readonly Paper[]>;
}
