import type { DataRequestChange } from '../../../domain/data-request.ts';
import { newKey, premised } from './guard.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

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
