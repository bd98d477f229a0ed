import type { WalletReader } from '../../../application/store/wallet-reader.ts';
import type { Database } from '../database.ts';
import { fromWalletOfferRow } from '../tables/wallets.ts';

const COLUMNS = { secretHash: 'secret_hash', codeHash: 'code_hash', tokenHash: 'token_hash' } as const;

export function makeWalletReader({ db }: Database): WalletReader {
  return {
    readWalletOffer: async (by, hash) => {
      const row = await db
        .selectFrom('wallet_offer')
        .selectAll()
        .where(COLUMNS[by], '=', hash)
        .executeTakeFirst();
      return row && fromWalletOfferRow(row);
    },
    readWalletOffersOf: async (credentialId) => {
      const rows = db.selectFrom('wallet_offer').selectAll().where('credential_id', '=', credentialId);
      return (await rows.orderBy('created_at', 'desc').orderBy('id').execute()).map(fromWalletOfferRow);
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
