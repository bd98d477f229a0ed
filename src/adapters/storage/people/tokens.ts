import type { TokenReader } from '../../../application/store/people-readers.ts';
import type { ApiToken, TokenChange } from '../../../domain/access/api-token.ts';
import { newKey, touchesOne, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { recordTable } from '../mapping/record-table.ts';

const table = recordTable<ApiToken>()('api_token', ['id'], {
  columns: ['id', 'name', 'role', 'secretHash', 'createdAt', 'expiresAt', 'lastUsedOn', 'revokedAt'],
});

export function makeTokenReader({ db }: Database): TokenReader {
  return {
    readTokenByHash: (secretHash) => table.first(table.select(db).where('secret_hash', '=', secretHash)),
    readTokens: () => table.all(table.select(db).orderBy('created_at', 'desc').orderBy('id')),
  };
}

export const tokens = {
  'token-created': newKey(({ db }, { token }) => [table.insert(db, token)]),
  'token-revoked': withPrecondition(['choice-as-read'], (database, { tokenId, at }) => {
    const { db } = database;
    const valid = table.locate(db, { id: tokenId });
    return [
      precondition(database, 'choice-as-read', valid.where('revoked_at', 'is', null)),
      db.updateTable('api_token').set({ revoked_at: at }).where('id', '=', tokenId).compile(),
    ];
  }),
  /** Does nothing if the same or a later day is noted already. */
  'token-used': touchesOne(
    ({ db }, { tokenId }) => table.locate(db, { id: tokenId }),
    ({ db }, { tokenId, on }) => [
      db
        .updateTable('api_token')
        .set({ last_used_on: on })
        .where('id', '=', tokenId)
        .where((eb) => eb.or([eb('last_used_on', 'is', null), eb('last_used_on', '<', on)]))
        .compile(),
    ],
  ),
} satisfies Writers<TokenChange>;
