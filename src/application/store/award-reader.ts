import type { Award, IssuedCredential, Recipient } from '../../domain/award/award-types.ts';
import type { AwardId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

export interface AwardWithCredential {
  readonly award: Award;
  readonly credential?: IssuedCredential;
}

export interface StandingFilter {
  readonly achievement: string;
  readonly version?: number;
  /** A school's own badge, and those of people who were ever engaged there. */
  readonly uai?: Uai;
  /** Days of the grant, in Paris, both included. */
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
  /** Awards that end by then and still wait for a reminder: `left` is 2 before the first, 1 before the last. */
  readAwardsToRemind(due: {
    readonly left: 1 | 2;
    readonly endsBy: Instant;
    readonly limit: number;
  }): Promise<readonly AwardWithCredential[]>;
  countUnsignedAwards(): Promise<number>;
}
