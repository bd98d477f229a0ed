import type { TokenReader } from '../../application/store/people-readers.ts';
import type { ApiToken, TokenChange } from '../../domain/access/api-token.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { premise } from './premise.ts';
import type { ApiTokenTable } from './tables.ts';
import { asStored, newKey, premised, type Writers } from './writer.ts';

export function toTokenRow(it: ApiToken): ApiTokenTable {
  return {
    id: it.id,
    name: it.name,
    role: it.role,
    secret_hash: it.secretHash,
    created_at: it.createdAt,
    revoked_at: it.revokedAt ?? null,
    expires_at: it.expiresAt,
    last_used_on: it.lastUsedOn ?? null,
  };
}

export function fromTokenRow(row: ApiTokenTable): ApiToken {
  return withoutNulls({
    id: row.id,
    name: row.name,
    role: row.role,
    secretHash: row.secret_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedOn: row.last_used_on,
    revokedAt: row.revoked_at,
  });
}

export function makeTokenReader({ db }: Database): TokenReader {
  return {
    readTokenByHash: async (secretHash) => {
      const row = await db
        .selectFrom('api_token')
        .selectAll()
        .where('secret_hash', '=', secretHash)
        .executeTakeFirst();
      return row && fromTokenRow(row);
    },
    readTokens: async () => {
      const rows = db.selectFrom('api_token').selectAll().orderBy('created_at', 'desc').orderBy('id');
      return (await rows.execute()).map(fromTokenRow);
    },
  };
}

export const tokens = {
  'token-created': newKey(({ db }, { token }) => [
    db.insertInto('api_token').values(toTokenRow(token)).compile(),
  ]),
  'token-revoked': premised(['choice-as-read'], (database, { tokenId, at }) => {
    const { db } = database;
    const valid = db.selectFrom('api_token').select('id').where('id', '=', tokenId);
    return [
      premise(database, 'choice-as-read', valid.where('revoked_at', 'is', null)),
      db.updateTable('api_token').set({ revoked_at: at }).where('id', '=', tokenId).compile(),
    ];
  }),
  /** Does nothing where the same or a later day is noted already. */
  'token-used': asStored(({ db }, { tokenId, on }) => [
    db
      .updateTable('api_token')
      .set({ last_used_on: on })
      .where('id', '=', tokenId)
      .where((eb) => eb.or([eb('last_used_on', 'is', null), eb('last_used_on', '<', on)]))
      .compile(),
  ]),
} satisfies Writers<TokenChange>;
