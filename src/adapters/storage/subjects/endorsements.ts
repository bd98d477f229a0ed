import type { CompiledQuery } from 'kysely';
import type { EndorsementReader } from '../../../application/store/endorsement-reader.ts';
import type { Endorsement, EndorsementChange } from '../../../domain/endorsement/endorsement.ts';
import type { Database } from '../database.ts';
import { flag } from '../tables/columns.ts';
import {
  fromEndorsementRow,
  fromSchoolKeyRow,
  toEndorsementRow,
  toSchoolKeyRow,
} from '../tables/endorsements.ts';
import { asStored, newKey, premised } from '../writing/guard.ts';
import { premise } from '../writing/premise.ts';
import type { Writers } from '../writing/writer.ts';

export function makeEndorsementReader({ db }: Database): EndorsementReader {
  const all = () => db.selectFrom('endorsement').selectAll().orderBy('offered_at').orderBy('id');
  return {
    readEndorsementsOf: async (personId) =>
      (await all().where('person_id', '=', personId).execute()).map(fromEndorsementRow),
    readEndorsementsIn: async (credentialId) =>
      (await all().where('credential_id', '=', credentialId).execute()).map(fromEndorsementRow),
    readSchoolKeys: async (uai) => {
      const keys = db.selectFrom('school_key').selectAll().orderBy('kid');
      const rows = await (uai === undefined ? keys : keys.where('uai', '=', uai)).execute();
      return rows.map(fromSchoolKeyRow);
    },
  };
}

export const endorsements = {
  'endorsement-offered': newKey(({ db }, { endorsement }) => [
    db
      .deleteFrom('endorsement')
      .where('person_id', '=', endorsement.personId)
      .where('uai', '=', endorsement.uai)
      .where('credential_id', 'is', null)
      .compile(),
    // Where a badge of this person already holds an endorsement of the school, the unique key refuses the
    // commit.
    db.insertInto('endorsement').values(toEndorsementRow(endorsement)).compile(),
  ]),
  'endorsement-answered': premised(['choice-as-read'], (database, { asRead, declined, credentialId }) => [
    stillAsRead(database, asRead),
    database.db
      .updateTable('endorsement')
      .set({ declined: flag(declined), credential_id: credentialId ?? null })
      .where('id', '=', asRead.id)
      .compile(),
  ]),
  'endorsement-removed': premised(['choice-as-read'], (database, { asRead }) => [
    stillAsRead(database, asRead),
    database.db.deleteFrom('endorsement').where('id', '=', asRead.id).compile(),
  ]),
  'school-key-kept': asStored(({ db }, { key }) => [
    db
      .insertInto('school_key')
      .values(toSchoolKeyRow(key))
      .onConflict((on) => on.column('kid').doNothing())
      .compile(),
  ]),
} satisfies Writers<EndorsementChange>;

/** Refuses the whole commit where the words were taken back, replaced or answered since they were read: what is
 *  signed are the words that stand. */
function stillAsRead(
  database: Database,
  { id, comment, declined, credentialId }: Endorsement,
): CompiledQuery {
  const still = database.db
    .selectFrom('endorsement')
    .select('id')
    .where('id', '=', id)
    .where('comment', '=', comment)
    .where('declined', '=', flag(declined))
    .where('credential_id', 'is not distinct from', credentialId ?? null);
  return premise(database, 'choice-as-read', still);
}
