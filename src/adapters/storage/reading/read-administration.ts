import type { AdministrationReader } from '../../../application/store/people-readers.ts';
import type { Database } from '../database.ts';
import { fromPublicKeyRow } from '../tables/public-keys.ts';
import { fromTokenRow } from '../tables/tokens.ts';
import { exportPerson } from './export-person.ts';

/** Tokens, public keys, the right of access, counts. */
export function makeAdministrationReader(database: Database): AdministrationReader {
  const { db } = database;
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
    readPublicKeys: async () => {
      const rows = db.selectFrom('public_key').selectAll().orderBy('created_at').orderBy('kid');
      return (await rows.execute()).map(fromPublicKeyRow);
    },
    exportPerson: (id) => exportPerson(database, id),
    countRows: async () => {
      const count = async (table: 'person' | 'engagement' | 'establishment' | 'credential') => {
        const rows = db.selectFrom(table).select((eb) => eb.fn.countAll().as('count'));
        return Number((await rows.executeTakeFirstOrThrow()).count);
      };
      return {
        people: await count('person'),
        engagements: await count('engagement'),
        establishments: await count('establishment'),
        credentials: await count('credential'),
      };
    },
  };
}
