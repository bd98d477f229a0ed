import { type CompiledQuery, sql } from 'kysely';
import type { AwardWithCredential, CredentialReader } from '../../application/store/badge-readers.ts';
import type { CredentialChange, StandingAsRead } from '../../domain/award/credential-change.ts';
import type { ChangeOf } from '../../domain/change/change.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { credentialTable, fromAwardRow } from './award-rows.ts';
import { enterInLog } from './badge-log.ts';
import type { Database } from './database.ts';
import { insertEach } from './insert.ts';
import { keysStillSign, premise } from './premise.ts';
import type { Tables } from './tables.ts';
import { newKey, premised, type Queries, type Writers } from './writer.ts';

export function makeCredentialReader(database: Database): CredentialReader {
  const { db } = database;
  return {
    readCredential: async (id) => {
      const rows = await db.selectFrom('credential').selectAll().where('id', '=', id).execute();
      return (await withAwards(database, rows))[0];
    },
    readCredentialsDatedAfter: async (instant, limit) => {
      const dated = db.selectFrom('credential').select('id').where('valid_from', '>', instant);
      const standing = dated.where('erased_at', 'is', null).orderBy('id').limit(limit);
      return (await standing.execute()).map(({ id }) => id);
    },
    readCredentials: async ({ signedWith, ...slice }) => {
      if (signedWith === undefined) return withAwards(database, await sliceOf(database, slice).execute());
      const rows: Tables['credential'][] = [];
      for (const keyIds of await readKeyIds(database, signedWith)) {
        rows.push(...(await sliceOf(database, slice).where('key_ids', '=', keyIds).execute()));
      }
      rows.sort((one, other) => (one.id < other.id ? -1 : 1));
      return withAwards(database, rows.slice(0, slice.limit));
    },
  };
}

type CredentialSlice = Omit<Parameters<CredentialReader['readCredentials']>[0], 'signedWith'>;

function sliceOf({ db }: Database, { after, limit, acceptance }: CredentialSlice) {
  return db
    .selectFrom('credential')
    .selectAll()
    .orderBy('id')
    .limit(limit)
    .$call((slice) => (after === undefined ? slice : slice.where('id', '>', after)))
    .$call((slice) =>
      acceptance === undefined ? slice : slice.where('acceptance', '=', sql.lit(acceptance)),
    );
}

/** The pairs of keys that signed badges, where one of the pair is this key. The query steps through the index
 *  from one pair to the next, and does not read the badges themselves. */
async function readKeyIds({ db, capabilities }: Database, kid: string): Promise<readonly string[]> {
  const { rows } = await sql<{ key_ids: string }>`
    with recursive pair (key_ids) as (
      select min(key_ids) from credential
      union all
      select (select min(key_ids) from credential where credential.key_ids > pair.key_ids)
      from pair where pair.key_ids is not null
    )
    select key_ids from pair where ${capabilities.holds(sql.ref('pair.key_ids'), kid)}`.execute(db);
  return rows.map(({ key_ids }) => key_ids);
}

async function withAwards(
  { db, capabilities }: Database,
  rows: readonly Tables['credential'][],
): Promise<readonly AwardWithCredential[]> {
  if (rows.length === 0) return [];
  const awards = await db
    .selectFrom('award')
    .selectAll()
    .where('id', 'in', capabilities.listOf(rows.map((row) => row.award_id)))
    .execute();
  const awardOf = new Map(awards.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const award = awardOf.get(row.award_id);
    return award ? [{ award: fromAwardRow(award), credential: credentialTable.fromRow(row) }] : [];
  });
}

export const credentials = {
  'credential-issued': newKey({
    writeRun: issueCredentials,
  }),
  /** Writes only the columns that a new signature changes; the entry in the status list and the salt stay. */
  'credential-reissued': premised(
    ['credential-revision-follows', 'choice-as-read', 'signing-key-active'],
    (database, { credential, digests, asRead }) => {
      const { revision, valid_from, document, jws, key_ids, subject_id } = credentialTable.toRow(credential);
      const follows = withId(database, credential.id)
        .where('revision', '=', revision - 1)
        .where('erased_at', 'is', null);
      return [
        premise(database, 'credential-revision-follows', follows),
        keysStillSign(database, credential.keyIds),
        stillAsRead(database, credential.id, asRead),
        database.db
          .updateTable('credential')
          .set({ revision, valid_from, document, jws, key_ids, subject_id })
          .set(credentialTable.partOf({ choice: credential.choice }))
          .where('id', '=', credential.id)
          .compile(),
        enterInLog(database, [digests]),
      ];
    },
  ),
  'holder-chose': premised(
    ['credential-known', 'choice-as-read'],
    (database, { credentialId: id, choice, asRead }) => [
      premise(database, 'credential-known', withId(database, id)),
      stillAsRead(database, id, asRead),
      database.db
        .updateTable('credential')
        .set(credentialTable.partOf({ choice }))
        .where('id', '=', id)
        .compile(),
    ],
  ),
  'credential-revoked': premised(
    ['credential-not-revoked'],
    (database, { credentialId: id, statusListId, revocation }) => {
      const { db } = database;
      const standing = withId(database, id)
        .where('revoked_at', 'is', null)
        .where('status_list_id', '=', statusListId);
      return [
        premise(database, 'credential-not-revoked', standing),
        db
          .updateTable('credential')
          .set(credentialTable.partOf({ revocation, suspension: undefined }))
          .where('id', '=', id)
          .compile(),
        changeBits(database, statusListId),
      ];
    },
  ),
  'credential-suspended': premised(
    ['credential-not-revoked'],
    (database, { credentialId: id, statusListId, suspension }) => {
      const { db } = database;
      const standing = withId(database, id)
        .where('revoked_at', 'is', null)
        .where('suspended_at', 'is', null)
        .where('status_list_id', '=', statusListId);
      return [
        premise(database, 'credential-not-revoked', standing),
        db
          .updateTable('credential')
          .set(credentialTable.partOf({ suspension }))
          .where('id', '=', id)
          .compile(),
        changeBits(database, statusListId),
      ];
    },
  ),
  'credential-resumed': premised(
    ['credential-not-revoked'],
    (database, { credentialId: id, statusListId, suspendedAt }) => {
      const { db } = database;
      const suspended = withId(database, id)
        .where('revoked_at', 'is', null)
        .where('suspended_at', '=', suspendedAt)
        .where('status_list_id', '=', statusListId);
      return [
        premise(database, 'credential-not-revoked', suspended),
        db
          .updateTable('credential')
          .set(credentialTable.partOf({ suspension: undefined }))
          .where('id', '=', id)
          .compile(),
        changeBits(database, statusListId),
      ];
    },
  ),
} satisfies Writers<CredentialChange>;

/** Counts a change of the list's bits. A list whose published revision is older is signed again. */
export function changeBits({ db }: Database, statusListId: string): CompiledQuery {
  return db
    .updateTable('status_list')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', statusListId)
    .compile();
}

/** Stores new credentials. Their awards then count as signed, and they wait for their place in the log. */
function issueCredentials(database: Database, issued: readonly ChangeOf<'credential-issued'>[]): Queries {
  const { db, capabilities } = database;
  const credentials = issued.map(({ credential }) => credential);
  const awards = capabilities.listOf(credentials.map(({ awardId }) => awardId));
  return [
    keysStillSign(
      database,
      credentials.flatMap(({ keyIds }) => keyIds),
    ),
    ...insertEach(credentials.map(credentialTable.toRow), (row) => db.insertInto('credential').values(row)),
    enterInLog(
      database,
      issued.map(({ digests }) => digests),
    ),
    db.updateTable('award').set({ signed: 1 }).where('id', 'in', awards).compile(),
  ];
}

function withId({ db }: Database, id: CredentialId) {
  return db.selectFrom('credential').select('id').where('id', '=', id);
}

/** Refuses the whole commit where the badge has changed since it was read: its holder chose something else in
 *  another tab, or it was revoked or suspended meanwhile. */
function stillAsRead(
  database: Database,
  id: CredentialId,
  { choice, revocation, suspension }: StandingAsRead,
): CompiledQuery {
  const asChosen = credentialTable.partOf({ choice });
  const still = database.db
    .selectFrom('credential')
    .select('id')
    .where('id', '=', id)
    .where(({ and }) => and(asChosen))
    .where('revoked_at', 'is not distinct from', revocation?.at ?? null)
    .where('suspended_at', 'is not distinct from', suspension?.at ?? null);
  return premise(database, 'choice-as-read', still);
}
