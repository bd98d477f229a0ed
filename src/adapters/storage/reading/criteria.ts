import type { CriteriaReader } from '../../../application/store/criteria-reader.ts';
import type { Database } from '../database.ts';
import { fromDraftRow } from '../tables/criteria.ts';

export function makeCriteriaReader({ db }: Database): CriteriaReader {
  return {
    readCriteriaVersions: async () => {
      const versions = db.selectFrom('criteria_version').select(['version', 'document', 'withdrawn_at']);
      const rows = await versions.orderBy('version').execute();
      return rows.map(({ version, document, withdrawn_at }) => ({
        version,
        document,
        withdrawn: withdrawn_at !== null,
      }));
    },
    readCriteriaDraft: async (id) => {
      const row = await db.selectFrom('criteria_draft').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromDraftRow(row);
    },
    readCriteriaDrafts: async ({ limit, isWaiting }) => {
      const rows = await db
        .selectFrom('criteria_draft')
        .selectAll()
        .$if(isWaiting === true, (query) => query.where('outcome', 'is', null))
        .orderBy('drafted_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(fromDraftRow);
    },
  };
}
