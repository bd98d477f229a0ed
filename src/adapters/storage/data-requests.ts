import type { DataRequestReader } from '../../application/store/people-readers.ts';
import type { Slice } from '../../application/store/slice.ts';
import type { DataRequest, DataRequestChange } from '../../domain/data-request.ts';
import type { Database } from './database.ts';
import { premise } from './premise.ts';
import type { DataRequestTable } from './tables.ts';
import { newKey, premised, type Writers } from './writer.ts';

/** Reads the requests that people make about their own data. */
export function makeDataRequestReader(database: Database): DataRequestReader {
  const { db } = database;
  return {
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

async function readOpenDataRequests({ db }: Database, { after, limit }: Slice<string>) {
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

export const dataRequests = {
  'data-request-made': newKey(({ db }, { request: { id, personId, kind, message, madeAt } }) => {
    const row = { id, person_id: personId, kind, message, made_at: madeAt };
    return [db.insertInto('data_request').values(row).compile()];
  }),
  'data-request-settled': premised(['choice-as-read'], (database, { id, settled: { at, by, answer } }) => {
    const { db } = database;
    const open = db.selectFrom('data_request').select('id').where('id', '=', id);
    const settled = db.updateTable('data_request').set({ settled_at: at, settled_by: by, answer });
    return [
      premise(database, 'choice-as-read', open.where('settled_at', 'is', null)),
      settled.where('id', '=', id).compile(),
    ];
  }),
} satisfies Writers<DataRequestChange>;
