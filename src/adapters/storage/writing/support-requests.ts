import type { SupportChange } from '../../../domain/support/support-request.ts';
import { toSupportRequestRow } from '../tables/support-requests.ts';
import { newKey, premised } from './guard.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

export const supportRequests = {
  'support-asked': newKey(({ db }, { request }) => [
    db.insertInto('support_request').values(toSupportRequestRow(request)).compile(),
  ]),
  'support-changed': premised(['engagement-as-read'], (database, { request }) => {
    const { db } = database;
    const { id, person_id: _owner, ...row } = toSupportRequestRow(request);
    const asRead = db
      .selectFrom('support_request')
      .select('id')
      .where('id', '=', id)
      .where('revision', '=', row.revision - 1);
    return [
      // A request is judged as it was read, like a segment: of two changes at once, the second one fails.
      premise(database, 'engagement-as-read', asRead),
      db.updateTable('support_request').set(row).where('id', '=', id).compile(),
    ];
  }),
} satisfies Writers<SupportChange>;
