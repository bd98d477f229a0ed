import { sql } from 'kysely';
import type { PublicKeyReader } from '../../../application/store/public-key-reader.ts';
import type { PublicKeyChange } from '../../../domain/public-key.ts';
import type { Database } from '../database.ts';
import { fromPublicKeyRow, toPublicKeyRow } from '../tables/public-keys.ts';
import { excluded } from '../writing/excluded.ts';
import { asStored, premised } from '../writing/guard.ts';
import { keysStillSign } from '../writing/premise.ts';
import type { Writers } from '../writing/writer.ts';

export function makePublicKeyReader({ db }: Database): PublicKeyReader {
  return {
    readPublicKeys: async () => {
      const rows = db.selectFrom('public_key').selectAll().orderBy('created_at').orderBy('kid');
      return (await rows.execute()).map(fromPublicKeyRow);
    },
  };
}

export const publicKeys = {
  /** The state of a known key only advances: from active to retired, and from either to compromised. */
  'public-key-kept': asStored(({ db }, { key }) => [
    db
      .insertInto('public_key')
      .values(toPublicKeyRow(key))
      .onConflict((conflict) =>
        conflict
          .column('kid')
          .doUpdateSet(excluded(stateOf(toPublicKeyRow(key))))
          .where('public_key.state', '!=', 'compromised')
          .where(sql.ref('excluded.state'), '!=', 'active'),
      )
      .compile(),
  ]),
  'keys-signed': premised(['signing-key-active'], (database, { keyIds }) => [
    keysStillSign(database, keyIds),
  ]),
} satisfies Writers<PublicKeyChange>;

/** The columns of a key that may change. */
function stateOf({
  state,
  retired_at,
  compromised_at,
  compromised_reason,
}: ReturnType<typeof toPublicKeyRow>) {
  return { state, retired_at, compromised_at, compromised_reason };
}
