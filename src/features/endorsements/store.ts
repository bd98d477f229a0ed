import type { CompiledQuery } from 'kysely';
import {
  asStored,
  newKey,
  type Writers,
  withPrecondition,
} from '../../adapters/storage/commit/change-writer.ts';
import { precondition } from '../../adapters/storage/commit/precondition.ts';
import { is, none, ofAnother } from '../../adapters/storage/invariants/badge-conditions.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import { flag } from '../../adapters/storage/mapping/columns.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { compileInsert } from '../../adapters/storage/mapping/insert.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { Endorsement, EndorsementChange, EndorsementReader, SchoolKey } from './feature.ts';

const table = recordTable<Endorsement>()('endorsement', ['id'], {
  columns: ['id', 'personId', 'uai', 'comment', 'offeredAt', 'declined', 'credentialId'],
  flags: ['declined'],
});

const keyTable = recordTable<SchoolKey>()('school_key', ['kid'], {
  columns: ['kid', 'uai', 'publicKeyMultibase', 'issuerKid'],
});

export function makeEndorsementReader({ db }: Database): EndorsementReader {
  const all = () => table.select(db).orderBy('offered_at').orderBy('id');
  return {
    readEndorsementsOf: (personId) => table.all(all().where('person_id', '=', personId)),
    readEndorsementsIn: (credentialId) => table.all(all().where('credential_id', '=', credentialId)),
    readSchoolKeys: (uai) => {
      const keys = keyTable.select(db).orderBy('kid');
      return keyTable.all(uai === undefined ? keys : keys.where('uai', '=', uai));
    },
  };
}

export const endorsementWriters = {
  'endorsement-offered': newKey(({ db }, { endorsement }) => [
    db
      .deleteFrom('endorsement')
      .where('person_id', '=', endorsement.personId)
      .where('uai', '=', endorsement.uai)
      .where('credential_id', 'is', null)
      .compile(),
    // Where a badge of this person already holds an endorsement of the school, the unique key refuses the
    // commit.
    table.insert(db, endorsement),
  ]),
  'endorsement-answered': withPrecondition(
    ['choice-as-read'],
    (database, { asRead, declined, credentialId }) => [
      stillAsRead(database, asRead),
      table.set(database.db, { id: asRead.id }, { declined, credentialId }),
    ],
  ),
  'endorsement-removed': withPrecondition(['choice-as-read'], (database, { asRead }) => [
    stillAsRead(database, asRead),
    table.remove(database.db, asRead),
  ]),
  'school-key-kept': asStored(({ db }, { key }) => [
    compileInsert(
      db
        .insertInto('school_key')
        .values(keyTable.toRow(key))
        .onConflict((on) => on.column('kid').doNothing()),
    ),
  ]),
} satisfies Writers<EndorsementChange>;

export const endorsementChecks = {
  'own-things': [{ from: 'endorsement', key: 'id', wrong: ofAnother('it.credential_id') }],
  orphans: [{ from: 'endorsement', key: 'id', wrong: is(none('establishment', 'uai', 'it.uai')) }],
  'nothing-ahead': [notAhead('endorsement', 'id', 'offered_at')],
} satisfies InvariantChecks;

/** Refuses the whole commit where the words were taken back, replaced or answered since they were read: what is
 *  signed are the words that stand. */
function stillAsRead(
  database: Database,
  { id, comment, declined, credentialId }: Endorsement,
): CompiledQuery {
  const still = table
    .locate(database.db, { id })
    .where('comment', '=', comment)
    .where('declined', '=', flag(declined))
    .where('credential_id', 'is not distinct from', credentialId ?? null);
  return precondition(database, 'choice-as-read', still);
}
