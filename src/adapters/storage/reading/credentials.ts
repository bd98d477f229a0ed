import { sql } from 'kysely';
import type { AwardWithCredential } from '../../../application/store/award-reader.ts';
import type { CredentialReader } from '../../../application/store/credential-reader.ts';
import type { Database } from '../database.ts';
import { fromAwardRow } from '../tables/awards.ts';
import type { CredentialTable } from '../tables/credentials.ts';
import { fromCredentialRow } from '../tables/credentials.ts';

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
      const rows: CredentialTable[] = [];
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
  rows: readonly CredentialTable[],
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
    return award ? [{ award: fromAwardRow(award), credential: fromCredentialRow(row) }] : [];
  });
}
