import type { PublicKeyReader } from '../../../application/store/public-key-reader.ts';
import type { Database } from '../database.ts';
import { fromPublicKeyRow } from '../tables/public-keys.ts';

export function makePublicKeyReader({ db }: Database): PublicKeyReader {
  return {
    readPublicKeys: async () => {
      const rows = db.selectFrom('public_key').selectAll().orderBy('created_at').orderBy('kid');
      return (await rows.execute()).map(fromPublicKeyRow);
    },
  };
}
