import type { EstablishmentReader } from '../../../application/store/establishment-reader.ts';
import type { Database } from '../database.ts';
import { readEstablishmentRecords } from './records.ts';

export function makeEstablishmentReader(database: Database): EstablishmentReader {
  const { db } = database;
  return {
    readEngagedUais: async ({ after, limit }) => {
      const engaged = db.selectFrom('engagement').select('uai').distinct().orderBy('uai').limit(limit);
      const rows = await (after === undefined ? engaged : engaged.where('uai', '>', after)).execute();
      return rows.map((row) => row.uai);
    },
    readEstablishmentRecords: (uais, engaged) => readEstablishmentRecords(database, uais, engaged),
    readDepartments: async () => {
      const departments = db
        .selectFrom('establishment')
        .select(['department_code as code', 'department as name'])
        .distinct()
        .where('department_code', '<>', '');
      return departments.orderBy('department_code').execute();
    },
  };
}
