import type { Instant } from './time/time.ts';

/** An issuer as a list names it. */
export interface TrustedIssuer {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  readonly logo?: string;
}

/** A list of issuers that the operator trusts, as it was last read. */
export interface TrustedList {
  /** The address or the file in the settings. */
  readonly source: string;
  readonly name: string;
  readonly readAt: Instant;
  /** Absent where the list states no end. */
  readonly validUntil?: string;
  readonly issuers: readonly TrustedIssuer[];
}

export type TrustedListChange = { readonly kind: 'trusted-list-read'; readonly list: TrustedList };
