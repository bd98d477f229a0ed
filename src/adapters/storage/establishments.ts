import type { EstablishmentReader } from '../../application/store/engagement-readers.ts';
import type { Establishment, EstablishmentChange } from '../../domain/records.ts';
import { flag } from './columns.ts';
import type { Database } from './database.ts';
import { excluded, insertEach } from './insert.ts';
import { readEstablishmentRecords } from './records.ts';
import { foldText } from './search.ts';
import type { EstablishmentTable } from './tables.ts';
import { beside, type Writers } from './writer.ts';

export function toEstablishmentRow(it: Establishment): EstablishmentTable {
  return {
    uai: it.uai,
    type: it.type,
    name: it.name,
    postal_code: it.postalCode,
    commune: it.commune,
    department_code: it.departmentCode,
    department: it.department,
    sector: it.sector,
    agricultural: flag(it.agricultural),
    folded_name: foldText(`${it.name} ${it.commune}`),
  };
}

export function fromEstablishmentRow(row: EstablishmentTable): Establishment {
  return {
    uai: row.uai,
    type: row.type,
    name: row.name,
    postalCode: row.postal_code,
    commune: row.commune,
    departmentCode: row.department_code,
    department: row.department,
    sector: row.sector,
    agricultural: row.agricultural === 1,
  };
}

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
