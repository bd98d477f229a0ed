import type { PaperReader } from '../../../application/store/school-readers.ts';
import { type Paper, type PaperChange, paperKey } from '../../../domain/paper/types.ts';
import { newKey, type Writers } from '../commit/change-writer.ts';
import { withoutNulls } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { recordTable } from '../mapping/record-table.ts';

const table = recordTable<Paper>()('paper', ['id'], {
  columns: ['id', 'kind', 'personId', 'uai', 'schoolYear', 'facts', 'factsDigest', 'madeBy', 'madeAt'],
  json: ['facts'],
  derived: (paper) => ({ once_key: paperKey(paper) ?? null }),
});

export function makePaperReader({ db, capabilities }: Database): PaperReader {
  const newestFirst = () => table.select(db).orderBy('made_at', 'desc').orderBy('id');
  return {
    readPaper: (id) => table.find(db, { id }),
    readPapers: (uai, limit) => table.all(newestFirst().where('uai', '=', uai).limit(limit)),
    readPapersMade: async (uai, schoolYear) => {
      const made = newestFirst().where('uai', '=', uai).where('school_year', '=', schoolYear);
      const rows = await made
        .clearSelect()
        .select(['id', 'kind', 'person_id', 'made_at', 'facts_digest'])
        .execute();
      return rows.map(({ id, kind, person_id, made_at, facts_digest }) =>
        withoutNulls({ id, kind, madeAt: made_at, personId: person_id, factsDigest: facts_digest }),
      );
    },
    readPapersWith: async (ids) =>
      ids.length === 0 ? [] : table.all(table.select(db).where('id', 'in', capabilities.listOf(ids))),
    readPapersAbout: (personId, limit) =>
      table.all(newestFirst().where('person_id', '=', personId).limit(limit)),
  };
}

export const papers = {
  'paper-made': newKey(({ db }, { paper }) => [table.insert(db, paper)]),
} satisfies Writers<PaperChange>;
