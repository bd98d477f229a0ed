import type { EstablishmentReader } from '../../application/store/engagement-readers.ts';
import type { Establishment, EstablishmentChange } from '../../domain/records.ts';
import type { Database } from './database.ts';
import { readColumn, sliceBy } from './queries.ts';
import { recordTable } from './record-table.ts';
import { readEstablishmentRecords } from './records.ts';
import { foldText } from './search.ts';
import { beside, newKey, type Writers } from './writer.ts';

export const establishmentTable = recordTable<Establishment>()('establishment', ['uai'], {
  columns: [
    ...(['uai', 'type', 'name', 'postalCode', 'commune', 'departmentCode', 'department'] as const),
    ...(['sector', 'agricultural', 'closedOn', 'successor'] as const),
  ],
  flags: ['agricultural'],
  derived: ({ name, commune }) => ({ folded_name: foldText(`${name} ${commune}`) }),
});

export function makeEstablishmentReader(database: Database): EstablishmentReader {
  const { db } = database;
  return {
    readEngagedUais: (slice) =>
      readColumn(sliceBy(db.selectFrom('engagement').select('uai').distinct(), 'uai', slice), 'uai'),
    readEstablishmentRecords: (uais, engaged) => readEstablishmentRecords(database, uais, engaged),
    readDepartments: () =>
      db
        .selectFrom('establishment')
        .select(['department_code as code', 'department as name'])
        .distinct()
        .where('department_code', '<>', '')
        .orderBy('department_code')
        .execute(),
  };
}

export const establishments = {
  'establishment-added': newKey(({ db }, { establishment }) => [
    establishmentTable.insert(db, establishment),
  ]),
  'establishment-saved': beside(['records-as-read'], {
    writeRun: ({ db }, run) =>
      establishmentTable.saveAll(
        db,
        run.map(({ establishment }) => establishment),
      ),
  }),
} satisfies Writers<EstablishmentChange>;
