import { newKey, type Writers, withPrecondition } from '../../adapters/storage/commit/change-writer.ts';
import { precondition } from '../../adapters/storage/commit/precondition.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { DataRequest, DataRequestChange, DataRequestReader } from './feature.ts';

const table = recordTable<DataRequest>()('data_request', ['id'], {
  columns: ['id', 'personId', 'kind', 'message', 'madeAt', 'settled'],
});

export function makeDataRequestReader({ db }: Database): DataRequestReader {
  return {
    readDataRequestsOf: (personId) => {
      const requests = table.select(db).where('person_id', '=', personId);
      return table.all(requests.orderBy('made_at', 'desc').orderBy('id'));
    },
    readDataRequest: (id) => table.find(db, { id }),
    readDataRequests: async ({ after, limit }) => {
      let open = table.select(db).where('settled_at', 'is', null);
      const last = after === undefined ? undefined : await table.find(db, { id: after });
      if (last) {
        const { madeAt, id } = last;
        open = open.where((eb) =>
          eb.or([eb('made_at', '>', madeAt), eb.and([eb('made_at', '=', madeAt), eb('id', '>', id)])]),
        );
      }
      return table.all(open.orderBy('made_at').orderBy('id').limit(limit));
    },
  };
}

export const dataRequestWriters = {
  'data-request-made': newKey(({ db }, { request }) => [table.insert(db, request)]),
  'data-request-settled': withPrecondition(['choice-as-read'], (database, { id, settled }) => {
    const { db } = database;
    const open = table.locate(db, { id });
    return [
      precondition(database, 'choice-as-read', open.where('settled_at', 'is', null)),
      db.updateTable('data_request').set(table.columnsIn({ settled })).where('id', '=', id).compile(),
    ];
  }),
} satisfies Writers<DataRequestChange>;

export const dataRequestChecks = {
  'nothing-ahead': [notAhead('data_request', 'id', 'made_at', 'settled_at')],
} satisfies InvariantChecks;
