import type { CredentialId, PersonId } from '../ids.ts';
import type { Instant } from '../time/time.ts';

/** A badge that its holder offers to their own wallet: once, and for ten minutes at most. Only the hashes of
 *  its secrets are kept. */
export interface WalletOffer {
  readonly id: string;
  readonly personId: PersonId;
  readonly credentialId: CredentialId;
  /** Of the secret in its address. */
  readonly secretHash: string;
  /** Of the pre-authorised code, which is derived from the secret. */
  readonly codeHash: string;
  /** Of the number that the holder types into the wallet; absent where none is asked. */
  readonly pinHash?: string;
  readonly wrongPins: number;
  /** Of the access token, once the code was used. */
  readonly tokenHash?: string;
  /** Of the challenge that a wallet must sign. */
  readonly challengeHash?: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly taken?: { readonly at: Instant; readonly holder: string };
}

export const OFFER_SECONDS = 600;
export const TOKEN_SECONDS = 300;
export const NONCE_SECONDS = 300;
/** A number of six digits must not be found by trying. */
export const MOST_WRONG_PINS = 5;

/** Whether a wallet may still take what is offered. */
export function isOpen({ taken, expiresAt, wrongPins }: WalletOffer, now: Instant): boolean {
  return taken === undefined && now < expiresAt && wrongPins < MOST_WRONG_PINS;
}

/** Changes to offers. `wallet-offered` replaces what waits for the same badge. */
export type WalletChange =
  | { readonly kind: 'wallet-offered'; readonly offer: WalletOffer }
  | { readonly kind: 'wallet-offer-withdrawn'; readonly credentialId: CredentialId }
  /** Counts a try before it is judged. Throws `store-conflict` after the last one allowed, so that tries side by side
   *  are as few as tries in a row. */
  | { readonly kind: 'wallet-pin-tried'; readonly offerId: string }
  | {
      readonly kind: 'wallet-code-used';
      readonly offerId: string;
      readonly tokenHash: string;
      readonly expiresAt: Instant;
    }
  | { readonly kind: 'wallet-challenged'; readonly offerId: string; readonly challengeHash: string | null }
  | { readonly kind: 'wallet-taken'; readonly offerId: string; readonly at: Instant; readonly holder: string }
  | { readonly kind: 'wallet-left'; readonly credentialId: CredentialId }
  | { readonly kind: 'wallet-nonce-given'; readonly nonceHash: string; readonly expiresAt: Instant }
  | { readonly kind: 'wallet-nonce-used'; readonly nonceHash: string }
  | { readonly kind: 'wallets-forgotten'; readonly at: Instant };
