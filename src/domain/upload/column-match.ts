import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/time.ts';

/** Columns that a sender has matched by hand: a table of theirs with the same header is read the same way. */
export interface ColumnMatch {
  readonly personId: PersonId;
  /** Identifies the header, whatever the case, accents and punctuation of its titles. */
  readonly fingerprint: string;
  /** Name of the kind of file. */
  readonly kind: string;
  /** The header as it was written. */
  readonly titles: readonly string[];
  /** The place in the header of each column that is read. */
  readonly columns: Readonly<Record<string, number>>;
  readonly madeAt: Instant;
}

/** Changes to matched columns. */
export type ColumnMatchChange =
  | { readonly kind: 'column-match-saved'; readonly match: ColumnMatch }
  | { readonly kind: 'column-match-forgotten'; readonly personId: PersonId; readonly fingerprint: string };
