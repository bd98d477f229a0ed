import {
  newKey,
  type Queries,
  type Writers,
  withPrecondition,
} from '../../adapters/storage/commit/change-writer.ts';
import { keysStillSign, precondition } from '../../adapters/storage/commit/precondition.ts';
import { enterInLog } from '../../adapters/storage/credentials/badge-log.ts';
import { is, misplaced, none } from '../../adapters/storage/invariants/badge-conditions.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { readColumn, readFirst, sliceBy } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { Tables } from '../../adapters/storage/mapping/tables.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { BadgeRecord, BadgeRecordChange, BadgeRecordReader } from './feature.ts';

const table = recordTable<Omit<BadgeRecord, 'statusListId' | 'statusIndex'>>()('badge_record', ['id'], {
  columns: [
    ...(['id', 'personId', 'name', 'revision', 'validFrom', 'document', 'jws', 'keyIds'] as const),
    ...(['subjectId', 'madeOf'] as const),
  ],
  json: ['keyIds'],
});

type Entry = Pick<Tables['badge_record_entry'], 'status_list_id' | 'status_index'>;

function fromRow({ status_list_id, status_index, ...row }: Tables['badge_record'] & Entry): BadgeRecord {
  return { ...table.fromRow(row), statusListId: status_list_id, statusIndex: status_index };
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
      if (row) return fromRow(row);
      const entries = db.selectFrom('badge_record_entry').select('record_id').where('record_id', '=', id);
      return (await entries.executeTakeFirst()) && 'withdrawn';
    },
    readBadgeRecordOf: (personId) => readFirst(withEntry().where('person_id', '=', personId), fromRow),
    readBadgeRecordIds: (slice) =>
      readColumn(sliceBy(db.selectFrom('badge_record').select('id'), 'id', slice), 'id'),
  };
}

export const badgeRecordWriters = {
  'badge-record-made': newKey((database, { record, digests }) => [
    keysStillSign(database, record.keyIds),
    table.insert(database.db, record),
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
  'badge-record-made-again': withPrecondition(
    ['signing-key-active', 'choice-as-read'],
    (database, { record, digests }) => {
      const { person_id, id, ...made } = table.toRow(record);
      return [
        keysStillSign(database, record.keyIds),
        precondition(
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
  'badge-record-withdrawn': withPrecondition(['choice-as-read'], (database, { personId, id }) => [
    precondition(database, 'choice-as-read', findRecord(database, { personId, id })),
    ...withdrawRecord(database, personId),
  ]),
} satisfies Writers<BadgeRecordChange>;

export const badgeRecordChecks = {
  'list-places': [{ from: 'badge_record_entry', key: 'record_id', wrong: misplaced('records') }],
  'record-place': [
    {
      from: 'badge_record_entry',
      key: 'record_id',
      wrong: is(`(it.withdrawn = 0) = (${none('badge_record', 'id', 'it.record_id')})`),
    },
    { from: 'badge_record', key: 'id', wrong: is(none('badge_record_entry', 'record_id', 'it.id')) },
  ],
  'nothing-ahead': [notAhead('badge_record', 'id', 'valid_from')],
} satisfies InvariantChecks;

function findRecord({ db }: Database, { personId, id }: Pick<BadgeRecord, 'personId' | 'id'>) {
  return table.locate(db, { id }).where('person_id', '=', personId);
}

/** Withdraws the record of the person who goes. */
export function mergeBadgeRecords(database: Pick<Database, 'db'>, from: PersonId): Queries {
  return withdrawRecord(database, from);
}

/** The record of an erased person is withdrawn. */
export function eraseBadgeRecords(database: Pick<Database, 'db'>, personId: PersonId): Queries {
  return withdrawRecord(database, personId);
}

/** Sets the bit of the person's record, if there is one, and deletes the record. */
function withdrawRecord({ db }: Pick<Database, 'db'>, personId: PersonId): Queries {
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
