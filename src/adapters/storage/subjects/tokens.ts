import type { TokenReader } from '../../../application/store/token-reader.ts';
import type { TokenChange } from '../../../domain/access/api-token.ts';
import type { Database } from '../database.ts';
import { fromTokenRow, toTokenRow } from '../tables/tokens.ts';
import { asStored, newKey, premised } from '../writing/guard.ts';
import { premise } from '../writing/premise.ts';
import type { Writers } from '../writing/writer.ts';

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
