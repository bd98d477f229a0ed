import type { Award, IssuedCredential, Recipient } from '../../domain/award/award-types.ts';
import type { AwardId } from '../../domain/ids.ts';
import type { Slice } from './slice.ts';

export interface AwardWithCredential {
  readonly award: Award;
  readonly credential?: IssuedCredential;
}

/** Reads awards and their credentials. */
export interface AwardReader {
  /** Every award of these recipients, with its credential if it is signed. */
  readAwardsOf(recipients: readonly Recipient[]): Promise<readonly AwardWithCredential[]>;
  /** Awards by id, with their credentials. */
  readAwardSlice(slice: Slice<AwardId>): Promise<readonly AwardWithCredential[]>;
  countUnsignedAwards(): Promise<number>;
}
