import type { MeansReader } from '../../../application/store/means-reader.ts';
import type { Database } from '../database.ts';
import { fromMeansRow } from '../tables/means.ts';

export function makeMeansReader({ db }: Database): MeansReader {
  return {
    readMeans: async (uai) => {
      const means = db.selectFrom('means').selectAll().where('uai', '=', uai);
      return (await means.orderBy('since', 'desc').orderBy('person_id').execute()).map(fromMeansRow);
    },
  };
}
