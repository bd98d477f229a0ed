import type { Finding, StoredInvariant } from '../../domain/invariant.ts';
import type { Instant } from '../../domain/time/time.ts';

/** A part of the records of an invariant. */
export interface InvariantPart {
  /** Where the part begins: the `next` of the one before. */
  readonly after?: string | undefined;
  /** The most records to look at. */
  readonly limit: number;
}

/** What a part holds. */
export interface LookedPart {
  readonly looked: number;
  readonly count: number;
  /** The first ones, at most 20. */
  readonly found: readonly Finding[];
  /** Where the next part begins; absent after the last. */
  readonly next?: string;
}

/** Looks for what contradicts the invariants, in short queries that hold no lock. */
export interface InvariantReader {
  /** `now` is the first instant that no right clock of the service has reached. */
  readContradictions(
    invariant: StoredInvariant,
    part: InvariantPart & { readonly now: Instant },
  ): Promise<LookedPart>;
}
