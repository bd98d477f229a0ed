import {
  newKey,
  sweep,
  touchesOne,
  type Writers,
  withPrecondition,
} from '../../adapters/storage/commit/change-writer.ts';
import { precondition } from '../../adapters/storage/commit/precondition.ts';
import { ofAnother } from '../../adapters/storage/invariants/badge-conditions.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { allButNewest } from '../../adapters/storage/mapping/insert.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { CredentialId } from '../../domain/ids.ts';
import {
  MOST_NONCES_OF_NETWORK,
  MOST_WRONG_PINS,
  type WalletChange,
  type WalletOffer,
  type WalletReader,
} from './feature.ts';

const table = recordTable<WalletOffer>()('wallet_offer', ['id'], {
  columns: [
    ...(['id', 'personId', 'credentialId', 'secretHash', 'codeHash', 'pinHash', 'wrongPins'] as const),
    ...(['tokenHash', 'challengeHash', 'createdAt', 'expiresAt', 'taken'] as const),
  ],
});

const COLUMNS = { secretHash: 'secret_hash', codeHash: 'code_hash', tokenHash: 'token_hash' } as const;

export function makeWalletReader({ db }: Database): WalletReader {
  return {
    readWalletOffer: (by, hash) => table.first(table.select(db).where(COLUMNS[by], '=', hash)),
    readWalletOffersOf: (credentialId) => {
      const rows = table.select(db).where('credential_id', '=', credentialId);
      return table.all(rows.orderBy('created_at', 'desc').orderBy('id'));
    },
    hasWalletNonce: async (nonceHash, at) => {
      const row = await db
        .selectFrom('wallet_nonce')
        .select('nonce_hash')
        .where('nonce_hash', '=', nonceHash)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

export const walletWriters = {
  'wallet-offered': newKey(({ db }, { offer }) => [
    forgetWaiting({ db }, offer.credentialId),
    table.insert(db, offer),
  ]),
  'wallet-offer-withdrawn': touchesOne(
    ({ db }, { credentialId }) =>
      db
        .selectFrom('wallet_offer')
        .select('id')
        .where('credential_id', '=', credentialId)
        .where('taken_at', 'is', null),
    ({ db }, { credentialId }) => [forgetWaiting({ db }, credentialId)],
  ),
  'wallet-pin-tried': withPrecondition(['choice-as-read'], (database, { offerId }) => [
    precondition(
      database,
      'choice-as-read',
      findOffer(database, offerId).where('wrong_pins', '<', MOST_WRONG_PINS),
    ),
    database.db
      .updateTable('wallet_offer')
      .set((eb) => ({ wrong_pins: eb('wrong_pins', '+', 1) }))
      .where('id', '=', offerId)
      .compile(),
  ]),
  'wallet-code-used': withPrecondition(['choice-as-read'], (database, { offerId, tokenHash, expiresAt }) => [
    precondition(database, 'choice-as-read', findOffer(database, offerId).where('token_hash', 'is', null)),
    table.set(database.db, { id: offerId }, { tokenHash, expiresAt, wrongPins: 0 }),
  ]),
  'wallet-challenged': touchesOne(
    (database, { offerId }) => findOffer(database, offerId),
    ({ db }, { offerId, challengeHash }) => [table.set(db, { id: offerId }, { challengeHash })],
    'owner',
  ),
  'wallet-challenge-used': withPrecondition(['choice-as-read'], (database, { offerId, challengeHash }) => [
    precondition(
      database,
      'choice-as-read',
      findOffer(database, offerId).where('challenge_hash', '=', challengeHash),
    ),
    table.set(database.db, { id: offerId }, { challengeHash: undefined }),
  ]),
  'wallet-taken': touchesOne(
    (database, { offerId }) => findOffer(database, offerId),
    ({ db }, { offerId, at, holder }) => [table.set(db, { id: offerId }, { taken: { at, holder } })],
  ),
  'wallet-left': touchesOne(
    ({ db }, { credentialId }) =>
      db.selectFrom('wallet_offer').select('id').where('credential_id', '=', credentialId),
    ({ db }, { credentialId }) => [
      db.deleteFrom('wallet_offer').where('credential_id', '=', credentialId).compile(),
    ],
  ),
  'wallet-nonce-given': newKey((database, { nonceHash, expiresAt, network }) => {
    const row = { nonce_hash: nonceHash, expires_at: expiresAt, network };
    const owned = { table: 'wallet_nonce', key: 'nonce_hash', owner: 'network', of: network } as const;
    return [
      allButNewest(database, { ...owned, most: MOST_NONCES_OF_NETWORK }),
      database.db.insertInto('wallet_nonce').values(row).compile(),
    ];
  }),
  'wallet-nonce-used': withPrecondition(['choice-as-read'], (database, { nonceHash }) => {
    const { db } = database;
    const unused = db.selectFrom('wallet_nonce').select('nonce_hash').where('nonce_hash', '=', nonceHash);
    return [
      precondition(database, 'choice-as-read', unused),
      db.deleteFrom('wallet_nonce').where('nonce_hash', '=', nonceHash).compile(),
    ];
  }),
  'wallets-forgotten': sweep('wallets-forgotten', ({ db }, { at }) => [
    db.deleteFrom('wallet_offer').where('expires_at', '<=', at).where('taken_at', 'is', null).compile(),
    db.deleteFrom('wallet_nonce').where('expires_at', '<=', at).compile(),
  ]),
} satisfies Writers<WalletChange>;

export const walletChecks = {
  'own-things': [{ from: 'wallet_offer', key: 'id', wrong: ofAnother('it.credential_id') }],
  'nothing-ahead': [notAhead('wallet_offer', 'id', 'created_at', 'taken_at')],
} satisfies InvariantChecks;

function findOffer({ db }: Database, id: string) {
  return table.locate(db, { id });
}

function forgetWaiting({ db }: Pick<Database, 'db'>, credentialId: CredentialId) {
  const ofBadge = db.deleteFrom('wallet_offer').where('credential_id', '=', credentialId);
  return ofBadge.where('taken_at', 'is', null).compile();
}
