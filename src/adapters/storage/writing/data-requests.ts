import type { DataRequestChange } from '../../../domain/data-request.ts';
import { newKey, unguarded } from './guard.ts';
import type { Writers } from './writer.ts';

export const dataRequests = {
  'data-request-made': newKey(({ db }, { request: { id, personId, kind, message, madeAt } }) => {
    const row = { id, person_id: personId, kind, message, made_at: madeAt };
    return [db.insertInto('data_request').values(row).compile()];
  }),
  'data-request-settled': unguarded(({ db }, { id, settled: { at, by, answer } }) => [
    db
      .updateTable('data_request')
      .set({ settled_at: at, settled_by: by, answer })
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .compile(),
  ]),
} satisfies Writers<DataRequestChange>;
