import type { PaperReader } from '../../application/store/school-readers.ts';
import type { Paper, PaperChange, PaperFacts } from '../../domain/paper/paper.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import type { PaperTable } from './tables.ts';
import { newKey, type Writers } from './writer.ts';

export function toPaperRow(it: Paper): PaperTable {
  return {
    id: it.id,
    kind: it.kind,
    person_id: it.personId ?? null,
    uai: it.uai,
    school_year: it.schoolYear,
    facts: JSON.stringify(it.facts),
    made_by: it.madeBy,
    made_at: it.madeAt,
  };
}

export function fromPaperRow(row: PaperTable): Paper {
  return withoutNulls({
    id: row.id,
    kind: row.kind,
    personId: row.person_id,
    uai: row.uai,
    schoolYear: row.school_year,
    facts: JSON.parse(row.facts) as PaperFacts,
    madeBy: row.made_by,
    madeAt: row.made_at,
  });
}

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
