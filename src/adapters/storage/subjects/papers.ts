import type { PaperReader } from '../../../application/store/paper-reader.ts';
import type { PaperChange } from '../../../domain/paper/paper.ts';
import type { Database } from '../database.ts';
import { withoutNulls } from '../tables/columns.ts';
import { fromPaperRow, toPaperRow } from '../tables/papers.ts';
import { newKey } from '../writing/guard.ts';
import type { Writers } from '../writing/writer.ts';

export function makePaperReader({ db, capabilities }: Database): PaperReader {
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
    readPapersMade: async (uai, schoolYear) => {
      const papers = db.selectFrom('paper').select(['id', 'kind', 'person_id', 'made_at']);
      const rows = await papers
        .where('uai', '=', uai)
        .where('school_year', '=', schoolYear)
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(({ id, kind, person_id, made_at }) =>
        withoutNulls({ id, kind, madeAt: made_at, personId: person_id }),
      );
    },
    readPapersWith: async (ids) => {
      if (ids.length === 0) return [];
      const papers = db.selectFrom('paper').selectAll().where('id', 'in', capabilities.listOf(ids));
      return (await papers.execute()).map(fromPaperRow);
    },
    readPapersAbout: async (personId, limit) => {
      const papers = db.selectFrom('paper').selectAll().where('person_id', '=', personId);
      const rows = await papers.orderBy('made_at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(fromPaperRow);
    },
  };
}

export const papers = {
  'paper-made': newKey(({ db }, { paper }) => [db.insertInto('paper').values(toPaperRow(paper)).compile()]),
} satisfies Writers<PaperChange>;
