import type { WalletOffer } from '../../domain/holder/wallet-offer.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';

/** The secret by which a wallet identifies an offer. */
export type WalletSecret = 'secretHash' | 'codeHash' | 'tokenHash';

/** Reads offers of badges to wallets. */
export interface WalletReader {
  readWalletOffer(by: WalletSecret, hash: string): Promise<WalletOffer | undefined>;
  /** The offers of a badge, the latest first. */
  readWalletOffersOf(credentialId: CredentialId): Promise<readonly WalletOffer[]>;
  /** Whether the nonce was given and may still be used. */
  hasWalletNonce(nonceHash: string, at: Instant): Promise<boolean>;
}
