import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/time.ts';

/** A sign-in sheet: whoever knows its secret says that they are at the event, from `opensAt` until before `closesAt`. */
export interface EventSheet {
  /** 128 bits: part of its address. */
  readonly secret: string;
  readonly eventCode: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly madeAt: Instant;
  readonly madeBy: PersonId;
}

export type SheetState = 'early' | 'open' | 'closed';

export function sheetState({ opensAt, closesAt }: EventSheet, now: Instant): SheetState {
  if (now < opensAt) return 'early';
  return now < closesAt ? 'open' : 'closed';
}
