import type { PaperReader } from '../../../application/store/paper-reader.ts';
import type { Database } from '../database.ts';
import { fromPaperRow } from '../tables/papers.ts';

export function makePaperReader({ db }: Database): PaperReader {
  return {
    readPaper: async (id) => {
      const row = await db.selectFrom('paper').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromPaperRow(row);
    },
    readPapers: async (uai, limit) => {
      const papers = db.selectFrom('paper').selectAll().where('uai', '=', uai);
      const rows = await papers.orderBy('made_at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(fromPaperRow);
    },
    readPapersAbout: async (personId, limit) => {
      const papers = db.selectFrom('paper').selectAll().where('person_id', '=', personId);
      const rows = await papers.orderBy('made_at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(fromPaperRow);
    },
  };
}
