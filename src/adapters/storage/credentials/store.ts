import { type CompiledQuery, type Expression, sql } from 'kysely';
import type {
  AwardWithCredential,
  CredentialReader,
  PendingAcceptanceFilter,
} from '../../../application/store/badge-readers.ts';
import type { CredentialChange, StandingAsRead } from '../../../domain/award/credential-change.ts';
import type { ChangeOf } from '../../../domain/change/union.ts';
import type { CredentialId } from '../../../domain/ids.ts';
import { credentialTable, fromAwardRow } from '../awards/rows.ts';
import { newKey, type Queries, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { keysStillSign, precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { countRows, readColumn } from '../mapping/queries.ts';
import type { Tables } from '../mapping/tables.ts';
import { enterInLog } from './badge-log.ts';

export function makeCredentialReader(database: Database): CredentialReader {
  const { db } = database;
  return {
    readCredential: async (id) => {
      const rows = await db.selectFrom('credential').selectAll().where('id', '=', id).execute();
      return (await withAwards(database, rows))[0];
    },
    readCredentialsDatedAfter: (instant, limit) => {
      const dated = db.selectFrom('credential').select('id').where('valid_from', '>', instant);
      const standing = dated.where('erased_at', 'is', null).orderBy('valid_from').limit(limit);
      return readColumn(standing, 'id');
    },
    readPendingAcceptances: async ({ after, limit, ...which }) => {
      const page = unanswered(database, which)
        .selectAll()
        .$call((slice) =>
          after === undefined
            ? slice
            : slice.where((eb) =>
                eb.or([
                  eb('valid_from', '>', after.validFrom),
                  eb.and([eb('valid_from', '=', after.validFrom), eb('id', '>', after.id)]),
                ]),
              ),
        );
      return withAwards(database, await page.orderBy('valid_from').orderBy('id').limit(limit).execute());
    },
    countUnanswered: (which) => countRows(unanswered(database, which)),
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

/** The badges that wait for their holder. Literals, so that an engine uses the partial indexes. */
function unanswered({ db }: Database, { signedBy, isReminded }: PendingAcceptanceFilter) {
  return db
    .selectFrom('credential')
    .where('acceptance', '=', sql.lit('private'))
    .where('revoked_at', 'is', null)
    .where('suspended_at', 'is', null)
    .where('erased_at', 'is', null)
    .$call((slice) => (signedBy === undefined ? slice : slice.where('valid_from', '<=', signedBy)))
    .$call((slice) => (isReminded === false ? slice.where('reminded_at', 'is', null) : slice));
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

/** The pairs of keys that signed badges, where one of the pair is this key. */
function readKeyIds(database: Database, kid: string): Promise<readonly string[]> {
  return readKeyPairs(database, database.capabilities.holds(sql.ref('pair.key_ids'), kid));
}

/** The pairs of keys that signed badges. The query steps through the index from one pair to the next, and does
 *  not read the badges themselves. */
export async function readKeyPairs(
  { db }: Database,
  which: Expression<unknown> = sql`pair.key_ids is not null`,
): Promise<readonly string[]> {
  const { rows } = await sql<{ key_ids: string }>`
    with recursive pair (key_ids) as (
      select min(key_ids) from credential
      union all
      select (select min(key_ids) from credential where credential.key_ids > pair.key_ids)
      from pair where pair.key_ids is not null
    )
    select key_ids from pair where ${which}`.execute(db);
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
  'credential-issued': newKey({ writeRun: issueCredentials }),
  /** Writes only the columns that a new signature changes; the entry in the status list and the salt stay. */
  'credential-reissued': withPrecondition(
    ['credential-revision-follows', 'choice-as-read', 'signing-key-active'],
    (database, { credential, digests, asRead }) => {
      const { id, revision, validFrom, document, jws, keyIds, subjectId, choice } = credential;
      const signed = { revision, validFrom, document, jws, keyIds, subjectId, choice };
      const follows = withId(database, id)
        .where('revision', '=', revision - 1)
        .where('erased_at', 'is', null);
      return [
        precondition(database, 'credential-revision-follows', follows),
        keysStillSign(database, keyIds),
        stillAsRead(database, id, asRead),
        credentialTable.set(database.db, { id }, signed),
        enterInLog(database, [digests]),
      ];
    },
  ),
  'holder-chose': withPrecondition(
    ['credential-known', 'choice-as-read'],
    (database, { credentialId: id, choice, asRead }) => [
      precondition(database, 'credential-known', withId(database, id)),
      stillAsRead(database, id, asRead),
      credentialTable.set(database.db, { id }, { choice }),
    ],
  ),
  'credential-reminded': withPrecondition(
    ['choice-as-read'],
    (database, { credentialId: id, at, asRead }) => {
      const still = unanswered(database, {})
        .select('id')
        .where('id', '=', id)
        .where('reminded_at', 'is not distinct from', asRead ?? null);
      return [
        precondition(database, 'choice-as-read', still),
        credentialTable.set(database.db, { id }, { remindedAt: at }),
      ];
    },
  ),
  'credential-revoked': withPrecondition(['credential-not-revoked'], (database, { revocation, ...change }) =>
    changeStanding(database, change, {
      where: standing(database, change),
      set: { revocation, suspension: undefined },
    }),
  ),
  'credential-suspended': withPrecondition(
    ['credential-not-revoked'],
    (database, { suspension, ...change }) =>
      changeStanding(database, change, {
        where: standing(database, change).where('suspended_at', 'is', null),
        set: { suspension },
      }),
  ),
  'credential-resumed': withPrecondition(['credential-not-revoked'], (database, { suspendedAt, ...change }) =>
    changeStanding(database, change, {
      where: standing(database, change).where('suspended_at', '=', suspendedAt),
      set: { suspension: undefined },
    }),
  ),
} satisfies Writers<CredentialChange>;

interface InList {
  readonly credentialId: CredentialId;
  readonly statusListId: string;
}

/** Finds the badge where it stands in this list and is not revoked. */
function standing({ db }: Database, { credentialId: id, statusListId }: InList) {
  const found = credentialTable.locate(db, { id }).where('revoked_at', 'is', null);
  return found.where('status_list_id', '=', statusListId);
}

/** Writes the new standing, and counts the change of the list, where the badge is still found. */
function changeStanding(
  database: Database,
  { credentialId: id, statusListId }: InList,
  { where, set }: { where: Expression<unknown>; set: Parameters<typeof credentialTable.columnsIn>[0] },
): Queries {
  return [
    precondition(database, 'credential-not-revoked', where),
    credentialTable.set(database.db, { id }, set),
    changeBits(database, statusListId),
  ];
}

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
    ...credentialTable.insertAll(db, credentials),
    enterInLog(
      database,
      issued.map(({ digests }) => digests),
    ),
    db.updateTable('award').set({ signed: 1 }).where('id', 'in', awards).compile(),
  ];
}

function withId({ db }: Database, id: CredentialId) {
  return credentialTable.locate(db, { id });
}

/** Refuses the whole commit where the badge has changed since it was read: its holder chose something else in
 *  another tab, or it was revoked or suspended in the meantime. */
function stillAsRead(
  database: Database,
  id: CredentialId,
  { choice, revocation, suspension }: StandingAsRead,
): CompiledQuery {
  const asChosen = credentialTable.columnsIn({ choice });
  const still = database.db
    .selectFrom('credential')
    .select('id')
    .where('id', '=', id)
    .where(({ and }) => and(asChosen))
    .where('revoked_at', 'is not distinct from', revocation?.at ?? null)
    .where('suspended_at', 'is not distinct from', suspension?.at ?? null);
  return precondition(database, 'choice-as-read', still);
}
