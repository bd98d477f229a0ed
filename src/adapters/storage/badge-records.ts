import type { BadgeRecordReader } from '../../application/store/holder-readers.ts';
import type { BadgeRecord, BadgeRecordChange } from '../../domain/holder/badge-record.ts';
import type { PersonId } from '../../domain/ids.ts';
import { enterInLog } from './badge-log.ts';
import type { Database } from './database.ts';
import { keysStillSign, premise } from './premise.ts';
import type { BadgeRecordEntryTable, BadgeRecordTable } from './tables.ts';
import { newKey, premised, type Queries, type Writers } from './writer.ts';

export function toBadgeRecordRow(it: BadgeRecord): BadgeRecordTable {
  return {
    person_id: it.personId,
    id: it.id,
    name_form: it.name,
    revision: it.revision,
    valid_from: it.validFrom,
    document: it.document,
    jws: it.jws,
    key_ids: JSON.stringify(it.keyIds),
    subject_id: it.subjectId,
    made_of: it.madeOf,
  };
}

export function fromBadgeRecordRow(
  row: BadgeRecordTable & Pick<BadgeRecordEntryTable, 'status_list_id' | 'status_index'>,
): BadgeRecord {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name_form,
    revision: row.revision,
    validFrom: row.valid_from,
    document: row.document,
    jws: row.jws,
    keyIds: JSON.parse(row.key_ids) as readonly string[],
    subjectId: row.subject_id,
    madeOf: row.made_of,
    statusListId: row.status_list_id,
    statusIndex: row.status_index,
  };
}

export function makeBadgeRecordReader({ db }: Database): BadgeRecordReader {
  const withEntry = () =>
    db
      .selectFrom('badge_record')
      .innerJoin('badge_record_entry', 'badge_record_entry.record_id', 'badge_record.id')
      .selectAll('badge_record')
      .select(['status_list_id', 'status_index']);
  return {
    readBadgeRecord: async (id) => {
      const row = await withEntry().where('badge_record.id', '=', id).executeTakeFirst();
      if (row) return fromBadgeRecordRow(row);
      const entries = db.selectFrom('badge_record_entry').select('record_id').where('record_id', '=', id);
      return (await entries.executeTakeFirst()) && 'withdrawn';
    },
    readBadgeRecordOf: async (personId) => {
      const row = await withEntry().where('person_id', '=', personId).executeTakeFirst();
      return row && fromBadgeRecordRow(row);
    },
    readBadgeRecordIds: async ({ after, limit }) => {
      const all = db.selectFrom('badge_record').select('id').orderBy('id').limit(limit);
      const rows = await (after === undefined ? all : all.where('id', '>', after)).execute();
      return rows.map(({ id }) => id);
    },
  };
}

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
