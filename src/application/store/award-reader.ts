import type { Award, IssuedCredential, Recipient } from '../../domain/award/award-types.ts';
import type { AwardId } from '../../domain/ids.ts';
import type { Slice } from './slice.ts';

export interface AwardWithCredential {
  readonly award: Award;
  readonly credential?: IssuedCredential;
}

/** What was decided, and what became of it. */
export interface AwardReader {
  /** Every award of these recipients, with what became of it. */
  readAwardsOf(recipients: readonly Recipient[]): Promise<readonly AwardWithCredential[]>;
  /** Every award by id, with what became of it. */
  readAwardSlice(page: Slice<AwardId>): Promise<readonly AwardWithCredential[]>;
  countUnsignedAwards(): Promise<number>;
}
