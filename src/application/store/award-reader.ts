import type { Award, IssuedCredential, Recipient } from '../../domain/award/award-types.ts';
import type { AwardId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** An award and, where it is signed, its badge. */
export interface AwardWithCredential {
  readonly award: Award;
  readonly credential?: IssuedCredential;
}

/** A filter of standing badges of one kind. */
export interface StandingFilter {
  readonly achievement: string;
  readonly version?: number;
  /** Keeps the school's own badge, and badges of people who were ever engaged there. */
  readonly uai?: Uai;
  /** First and last day of the grant in Paris, both included. */
  readonly from?: Instant;
  readonly until?: Instant;
}

/** Reads awards and their credentials. */
export interface AwardReader {
  /** Every award of these recipients, with its credential if it is signed. */
  readAwardsOf(recipients: readonly Recipient[]): Promise<readonly AwardWithCredential[]>;
  /** Awards by id, with their credentials. */
  readAwardSlice(slice: Slice<AwardId>): Promise<readonly AwardWithCredential[]>;
  /** Standing badges of one kind, by the id of the award: signed, and neither revoked nor erased. */
  readStandingBadges(
    filter: StandingFilter & Slice<AwardId>,
  ): Promise<readonly Required<AwardWithCredential>[]>;
  /** Awards that end by then and still need a reminder: `left` is 2 before the first one, 1 before the last
   *  one. */
  readAwardsToRemind(due: {
    readonly left: 1 | 2;
    readonly endsBy: Instant;
    readonly limit: number;
  }): Promise<readonly AwardWithCredential[]>;
  countUnsignedAwards(): Promise<number>;
}
