import type { CompiledQuery } from 'kysely';
import type { EndorsementReader } from '../../application/store/badge-readers.ts';
import type { Endorsement, EndorsementChange, SchoolKey } from '../../domain/endorsement/endorsement.ts';
import { flag, withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { premise } from './premise.ts';
import type { EndorsementTable, SchoolKeyTable } from './tables.ts';
import { asStored, newKey, premised, type Writers } from './writer.ts';

export function toEndorsementRow(it: Endorsement): EndorsementTable {
  return {
    id: it.id,
    person_id: it.personId,
    uai: it.uai,
    comment: it.comment,
    offered_at: it.offeredAt,
    declined: flag(it.declined),
    credential_id: it.credentialId ?? null,
  };
}

export function fromEndorsementRow(row: EndorsementTable): Endorsement {
  return withoutNulls({
    id: row.id,
    personId: row.person_id,
    uai: row.uai,
    comment: row.comment,
    offeredAt: row.offered_at,
    declined: row.declined === 1,
    credentialId: row.credential_id,
  });
}

export function toSchoolKeyRow(it: SchoolKey): SchoolKeyTable {
  return {
    kid: it.kid,
    uai: it.uai,
    public_key_multibase: it.publicKeyMultibase,
    issuer_kid: it.issuerKid,
  };
}

export function fromSchoolKeyRow(row: SchoolKeyTable): SchoolKey {
  return {
    kid: row.kid,
    uai: row.uai,
    publicKeyMultibase: row.public_key_multibase,
    issuerKid: row.issuer_kid,
  };
}

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
