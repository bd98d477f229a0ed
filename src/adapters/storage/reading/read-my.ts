import { sql } from 'kysely';
import type { MyReader } from '../../../application/store/people-readers.ts';
import type { Page } from '../../../application/store/record-readers.ts';
import type { DataRequest } from '../../../domain/data-request.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Database } from '../database.ts';
import type { DataRequestTable } from '../tables/data-requests.ts';
import { fromEstablishmentRow } from '../tables/establishments.ts';
import { folded, foldText } from '../tables/folded.ts';

/** Words of a search beyond these are not looked at. */
const MOST_WORDS = 6;

/** What a person's own space looks up. */
export function makeMyReader(database: Database): MyReader {
  const { db } = database;
  return {
    searchEstablishments: (text, page) => searchEstablishments(database, text, page),
    readDeclaredReferences: async (personId) => {
      const declared = db.selectFrom('declared_engagement').select('reference');
      const rows = await declared.where('person_id', '=', personId).orderBy('reference').execute();
      return rows.map(({ reference }) => reference);
    },
    readDataRequestsOf: async (personId) => {
      const requests = db.selectFrom('data_request').selectAll().where('person_id', '=', personId);
      return (await requests.orderBy('made_at', 'desc').orderBy('id').execute()).map(fromDataRequestRow);
    },
    readDataRequest: async (id) => {
      const row = await db.selectFrom('data_request').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromDataRequestRow(row);
    },
    readDataRequests: (page) => readOpenDataRequests(database, page),
  };
}

async function searchEstablishments({ db }: Database, text: string, { after, limit }: Page<Uai>) {
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

async function readOpenDataRequests({ db }: Database, { after, limit }: Page<string>) {
  let open = db.selectFrom('data_request').selectAll().where('settled_at', 'is', null);
  if (after !== undefined) {
    const last = await db
      .selectFrom('data_request')
      .select(['made_at', 'id'])
      .where('id', '=', after)
      .executeTakeFirst();
    if (last) {
      open = open.where((eb) =>
        eb.or([
          eb('made_at', '>', last.made_at),
          eb.and([eb('made_at', '=', last.made_at), eb('id', '>', last.id)]),
        ]),
      );
    }
  }
  const rows = await open.orderBy('made_at').orderBy('id').limit(limit).execute();
  return rows.map(fromDataRequestRow);
}

function fromDataRequestRow(row: DataRequestTable): DataRequest {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    message: row.message,
    madeAt: row.made_at,
    ...(row.settled_at !== null && {
      settled: { at: row.settled_at, by: row.settled_by ?? '', answer: row.answer ?? '' },
    }),
  };
}
