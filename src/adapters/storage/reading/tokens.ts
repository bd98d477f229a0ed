import type { TokenReader } from '../../../application/store/token-reader.ts';
import type { Database } from '../database.ts';
import { fromTokenRow } from '../tables/tokens.ts';

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
