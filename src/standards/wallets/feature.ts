import { declare } from '../../domain/features/declaration.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import type { Row } from '../../domain/tables/column-names.ts';
import type { FromNetwork } from '../../domain/tables/row-types.ts';
import { PARTLY_EXPORTED, WITH_PERSON } from '../../domain/tables/treatments.ts';
import type { Instant } from '../../domain/time/calendar.ts';

/** A badge that its holder offers to their own wallet (OID4VCI or an exchange of the VC-API). It can be taken
 *  once, within ten minutes. Only hashes of its secrets are kept. */
export interface WalletOffer {
  readonly id: string;
  readonly personId: PersonId;
  readonly credentialId: CredentialId;
  /** Hash of the secret in its address. */
  readonly secretHash: string;
  /** Hash of the pre-authorised code, which is derived from the secret. */
  readonly codeHash: string;
  /** Hash of the number that the holder types into the wallet; absent if no number is asked for. */
  readonly pinHash?: string;
  readonly wrongPins: number;
  /** Hash of the access token; absent until the code is used. */
  readonly tokenHash?: string;
  /** Hash of the challenge that a wallet must sign. */
  readonly challengeHash?: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly taken?: { readonly at: Instant; readonly holder: string };
}

/** Seconds for which an offer is open. */
export const OFFER_SECONDS = 600;
/** Seconds for which an access token is valid. */
export const TOKEN_SECONDS = 300;
/** Seconds for which a challenge is valid. */
export const NONCE_SECONDS = 300;
/** The most unused challenges of one network. When it asks for more, its oldest are deleted. */
export const MOST_NONCES_OF_NETWORK = 1000;
/** After this many wrong numbers the offer is closed: a number of six digits must not be found by trying. */
export const MOST_WRONG_PINS = 5;

/** Whether a wallet may still take the badge. */
export function isOpen({ taken, expiresAt, wrongPins }: WalletOffer, now: Instant): boolean {
  return taken === undefined && now < expiresAt && wrongPins < MOST_WRONG_PINS;
}

/** Changes to offers. `wallet-offered` replaces an open offer of the same badge. */
export type WalletChange =
  | { readonly kind: 'wallet-offered'; readonly offer: WalletOffer }
  | { readonly kind: 'wallet-offer-withdrawn'; readonly credentialId: CredentialId }
  /** Counts a try before the number is compared. Throws `store-conflict` once the last try is used, so that
   *  tries in parallel are limited like tries one after the other. */
  | { readonly kind: 'wallet-pin-tried'; readonly offerId: string }
  /** The whole commit is refused where the code was used before. */
  | {
      readonly kind: 'wallet-code-used';
      readonly offerId: string;
      readonly tokenHash: string;
      readonly expiresAt: Instant;
    }
  | { readonly kind: 'wallet-challenged'; readonly offerId: string; readonly challengeHash: string }
  /** The whole commit is refused where another challenge was given since, or this one was used. */
  | { readonly kind: 'wallet-challenge-used'; readonly offerId: string; readonly challengeHash: string }
  | { readonly kind: 'wallet-taken'; readonly offerId: string; readonly at: Instant; readonly holder: string }
  | { readonly kind: 'wallet-left'; readonly credentialId: CredentialId }
  | {
      readonly kind: 'wallet-nonce-given';
      readonly nonceHash: string;
      readonly expiresAt: Instant;
      readonly network: string;
    }
  /** The whole commit is refused where the nonce was used before. */
  | { readonly kind: 'wallet-nonce-used'; readonly nonceHash: string }
  | { readonly kind: 'wallets-forgotten'; readonly at: Instant };

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

/** The rows of its tables, exactly as the migrations make them. */
export interface WalletsTables {
  wallet_offer: Row<'wallet_offer', WalletOffer>;
  wallet_nonce: { nonce_hash: string; expires_at: Instant } & FromNetwork;
}

/** What the other layers read of this feature. */
export const feature = declare<WalletsTables, WalletChange, WalletReader>()({
  group: 'badges',
  history: ['wallet-offered', 'wallet-offer-withdrawn', 'wallet-taken', 'wallet-left'],
  people: {
    wallet_offer: {
      ...PARTLY_EXPORTED,
      refersTo: ['credential'],
      merge: 'moves',
      ends: { ...WITH_PERSON, after: 'wallets-forgotten' },
    },
  },
});
