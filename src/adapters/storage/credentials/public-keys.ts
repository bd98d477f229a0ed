import { sql } from 'kysely';
import type { PublicKeyReader } from '../../../application/store/badge-readers.ts';
import type { PublicKeyChange, PublicKeyRecord } from '../../../domain/keys/public.ts';
import { asStored, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { keysStillSign, preconditionOfEach } from '../commit/precondition.ts';
import { withoutNulls } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { compileInsert, excluded } from '../mapping/insert.ts';
import { readAll } from '../mapping/queries.ts';
import type { Tables } from '../mapping/tables.ts';

function toRow(it: PublicKeyRecord): Tables['public_key'] {
  return {
    kid: it.kid,
    algorithm: it.algorithm,
    state: it.state,
    created_at: it.createdAt,
    retired_at: it.retiredAt ?? null,
    compromised_at: it.compromised?.at ?? null,
    compromised_reason: it.compromised?.reason ?? null,
    public_half: it.publicKeyMultibase ?? JSON.stringify(it.publicKeyJwk),
  };
}

function fromRow(row: Tables['public_key']): PublicKeyRecord {
  const { compromised_at: at, compromised_reason: reason } = row;
  return withoutNulls({
    kid: row.kid,
    algorithm: row.algorithm,
    state: row.state,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
    ...(at !== null && reason !== null && { compromised: { at, reason } }),
    ...(row.algorithm === 'RS256'
      ? { publicKeyJwk: JSON.parse(row.public_half) }
      : { publicKeyMultibase: row.public_half }),
  });
}

export function makePublicKeyReader({ db }: Database): PublicKeyReader {
  return {
    readPublicKeys: () =>
      readAll(db.selectFrom('public_key').selectAll().orderBy('created_at').orderBy('kid'), fromRow),
  };
}

export const publicKeys = {
  /** The state of a known key only advances: from active to retired, and from either to compromised. */
  'public-key-kept': asStored(({ db }, { key }) => [
    compileInsert(
      db
        .insertInto('public_key')
        .values(toRow(key))
        .onConflict((conflict) =>
          conflict
            .column('kid')
            .doUpdateSet(excluded(stateOf(toRow(key))))
            .where('public_key.state', '!=', 'compromised')
            .where(sql.ref('excluded.state'), '!=', 'active'),
        ),
    ),
  ]),
  'keys-signed': withPrecondition(['signing-key-active'], (database, { keyIds }) => {
    const known = database.db
      .selectFrom('public_key')
      .select('kid')
      .where('kid', 'in', database.capabilities.listOf(keyIds));
    return [
      preconditionOfEach(database, 'signing-key-active', keyIds, known),
      keysStillSign(database, keyIds),
    ];
  }),
} satisfies Writers<PublicKeyChange>;

/** The columns of a key that may change. */
function stateOf({ state, retired_at, compromised_at, compromised_reason }: Tables['public_key']) {
  return { state, retired_at, compromised_at, compromised_reason };
}
