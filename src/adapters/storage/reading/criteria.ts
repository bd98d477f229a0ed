import type { CriteriaReader } from '../../../application/store/criteria-reader.ts';
import type { Database } from '../database.ts';

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
  };
}
