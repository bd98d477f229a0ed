import { declare } from '../../domain/features/declaration.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import type { Instant } from '../../domain/time/calendar.ts';

/** An issuer, with the data of the list that names it. */
export interface TrustedIssuer {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  readonly logo?: string;
}

/** A list of issuers that the operator trusts, in the version last read. */
export interface TrustedList {
  /** Its address or its file in the settings. */
  readonly source: string;
  readonly name: string;
  readonly readAt: Instant;
  /** Absent if the list states no end. */
  readonly validUntil?: string;
  readonly issuers: readonly TrustedIssuer[];
}

/** A trusted list was read again; it replaces the version read before. */
export type TrustedListChange = { readonly kind: 'trusted-list-read'; readonly list: TrustedList };

/** Reads lists of trusted issuers. */
export interface TrustedListReader {
  /** Every list that was ever read, sorted by source. */
  readTrustedLists(): Promise<readonly TrustedList[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface TrustedListsTables {
  trusted_list: RowOf<TrustedList>;
}

/** What the other layers read of this feature. */
export const feature = declare<TrustedListsTables, TrustedListChange, TrustedListReader>()({
  group: 'badges',
});
