import type { BadgeRecord, BadgeRecordChange } from '../../../domain/holder/badge-record.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Database } from '../database.ts';
import { toBadgeRecordRow } from '../tables/badge-records.ts';
import { enterInLog } from './badge-log.ts';
import { newKey, premised } from './guard.ts';
import { keysStillSign, premise } from './premise.ts';
import type { Queries, Writers } from './writer.ts';

export const badgeRecords = {
  'badge-record-made': newKey((database, { record, digests }) => [
    keysStillSign(database, record.keyIds),
    database.db.insertInto('badge_record').values(toBadgeRecordRow(record)).compile(),
    database.db
      .insertInto('badge_record_entry')
      .values({
        record_id: record.id,
        status_list_id: record.statusListId,
        status_index: record.statusIndex,
        withdrawn: 0,
      })
      .compile(),
    enterInLog(database, [digests]),
  ]),
  'badge-record-made-again': premised(
    ['signing-key-active', 'choice-as-read'],
    (database, { record, digests }) => {
      const { person_id, id, ...made } = toBadgeRecordRow(record);
      return [
        keysStillSign(database, record.keyIds),
        premise(
          database,
          'choice-as-read',
          findRecord(database, record).where('revision', '=', record.revision - 1),
        ),
        database.db
          .updateTable('badge_record')
          .set(made)
          .where('id', '=', id)
          .where('person_id', '=', person_id)
          .compile(),
        enterInLog(database, [digests]),
      ];
    },
  ),
  'badge-record-withdrawn': premised(['choice-as-read'], (database, { personId, id }) => [
    premise(database, 'choice-as-read', findRecord(database, { personId, id })),
    ...withdrawRecord(database, personId),
  ]),
} satisfies Writers<BadgeRecordChange>;

function findRecord({ db }: Database, { personId, id }: Pick<BadgeRecord, 'personId' | 'id'>) {
  return db.selectFrom('badge_record').select('id').where('id', '=', id).where('person_id', '=', personId);
}

/** Sets the bit of the person's record, where there is one, and deletes the record. */
export function withdrawRecord({ db }: Pick<Database, 'db'>, personId: PersonId): Queries {
  const own = db.selectFrom('badge_record').select('id').where('person_id', '=', personId);
  const lists = db.selectFrom('badge_record_entry').select('status_list_id').where('record_id', 'in', own);
  return [
    db
      .updateTable('status_list')
      .set((eb) => ({ revision: eb('revision', '+', 1) }))
      .where('id', 'in', lists)
      .compile(),
    db.updateTable('badge_record_entry').set({ withdrawn: 1 }).where('record_id', 'in', own).compile(),
    db.deleteFrom('badge_record').where('person_id', '=', personId).compile(),
  ];
}
