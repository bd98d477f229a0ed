import type { EstablishmentReader } from '../../../application/store/establishment-reader.ts';
import type { EstablishmentChange } from '../../../domain/records.ts';
import type { Database } from '../database.ts';
import { readEstablishmentRecords } from '../reading/records.ts';
import { toEstablishmentRow } from '../tables/establishments.ts';
import { excluded } from '../writing/excluded.ts';
import { beside } from '../writing/guard.ts';
import { insertEach } from '../writing/insert-each.ts';
import type { Writers } from '../writing/writer.ts';

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

export const establishments = {
  'establishment-saved': beside(['records-as-read'], {
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ establishment }) => toEstablishmentRow(establishment)),
        (row) => {
          const { uai: _, ...rest } = row;
          const insert = db.insertInto('establishment').values(row);
          return insert.onConflict((on) => on.column('uai').doUpdateSet(excluded(rest)));
        },
      ),
  }),
} satisfies Writers<EstablishmentChange>;
