import { sql } from 'kysely';
import type { EstablishmentReader } from '../../../application/store/establishment-reader.ts';
import type { Slice } from '../../../application/store/slice.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Database } from '../database.ts';
import { fromEstablishmentRow } from '../tables/establishments.ts';
import { folded, foldText } from '../tables/folded.ts';
import { readEstablishmentRecords } from './records.ts';

export function makeEstablishmentReader(database: Database): EstablishmentReader {
  const { db } = database;
  return {
    searchEstablishments: (text, page) => searchEstablishments(database, text, page),
    readEngagedUais: async ({ after, limit }) => {
      const engaged = db.selectFrom('engagement').select('uai').distinct().orderBy('uai').limit(limit);
      const rows = await (after === undefined ? engaged : engaged.where('uai', '>', after)).execute();
      return rows.map((row) => row.uai);
    },
    readEstablishmentRecords: (uais) => readEstablishmentRecords(database, uais),
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

/** Further words of a search are ignored. */
const MOST_WORDS = 6;

async function searchEstablishments({ db }: Database, text: string, { after, limit }: Slice<Uai>) {
  const words = foldText(text).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  let found = db.selectFrom('establishment').selectAll().orderBy('uai').limit(limit);
  if (after !== undefined) found = found.where('uai', '>', after);
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    found = found.where(({ ref }) => {
      const place = folded(sql<string>`${ref('name')} || ' ' || ${ref('commune')} || ' ' || ${ref('uai')}`);
      return sql<boolean>`${place} like ${pattern} escape '\\'`;
    });
  }
  return (await found.execute()).map(fromEstablishmentRow);
}
