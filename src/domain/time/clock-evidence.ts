import { CLOCK_SKEW_SECONDS } from '#open-badges/values';
import { type Instant, type LocalDate, localDateInParis, secondsAfter } from './calendar.ts';
import { firstAhead } from './clock-skew.ts';

/** No clock of a service can be earlier than the day on which this version was written. It stands in the source, so
 *  that the same source always gives the same build. `test/repository/written-on.test.ts` asks for a later day with
 *  each decision or release that is dated later. */
export const WRITTEN_ON = '2026-11-30' as LocalDate;

/** What a clock is compared with. The first four are evidence from outside this machine: the database's
 *  server, the identity provider at a sign-in, the servers that the operator's settings name, and the day on
 *  which the program was written. */
export type Witness = OutsideWitness | 'process' | 'signatures' | 'lived-days';
export type OutsideWitness = SpeakingWitness | 'version';
/** The witnesses that tell the time. */
export type SpeakingWitness = 'database' | 'identity-provider' | 'fetched';

/** The true time by a witness, carried forward to now by the monotonic clock. */
export interface Statement {
  readonly witness: SpeakingWitness;
  readonly at: Instant;
}

/** A witness that the clock is wrong, with the instant that it states. */
export interface Contradiction {
  readonly witness: Witness;
  readonly at: Instant;
}

/** The evidence at one moment. */
export interface Evidence {
  readonly now: Instant;
  readonly statements: readonly Statement[];
  /** The newest instant of a signature in the database. */
  readonly signedAt?: Instant | undefined;
  /** The newest day that was lived by the database's own account. */
  readonly livedOn?: LocalDate | undefined;
  /** The instant that the clock should show by the monotonic time of this process, where it shows another. */
  readonly expected?: Instant | undefined;
  /** The newest record of the days before `recordsCountUntil`. */
  readonly recordedAt?: Instant | undefined;
  /** Whether seven uptime days, an earlier confirmation or the operator support the clock. */
  readonly isSupported?: boolean;
}

/** What the evidence says of a clock. */
export interface ClockJudgment {
  readonly now: Instant;
  /** Empty if nothing contradicts the clock. */
  readonly contradictions: readonly Contradiction[];
  /** Whether a clock of another machine agrees, and none disagrees. */
  readonly isConfirmed: boolean;
  /** Whether the clock is so far ahead of the newest record that a person must check it. */
  readonly isFarFromRecord: boolean;
}

/** Judges a clock. A signature is evidence only if the day of its instant was lived: what was written under a
 *  doubted clock is none. Neither signatures nor lived days count against a clock that another machine's
 *  confirms. */
export function judgeClock(evidence: Evidence): ClockJudgment {
  const { now, statements, signedAt, livedOn, expected } = evidence;
  const outside: Contradiction[] = statements.filter(({ at }) => areApart(now, at));
  const floor = `${WRITTEN_ON}T00:00:00Z` as Instant;
  if (now < secondsAfter(floor, -DAY_SECONDS)) outside.push({ witness: 'version', at: floor });
  const isConfirmed = statements.length > 0 && outside.length === 0;
  const inside: Contradiction[] = [];
  if (expected !== undefined) inside.push({ witness: 'process', at: expected });
  if (!isConfirmed) inside.push(...writtenAhead({ now, signedAt, livedOn }));
  return {
    now,
    contradictions: [...outside, ...inside],
    isConfirmed: isConfirmed && inside.length === 0,
    isFarFromRecord: !isConfirmed && isFarFromRecord(evidence),
  };
}

const DAY_SECONDS = 86_400;

/** A clock that is further ahead of the newest record needs evidence: no break of a service lasts that long. */
const FAR_DAYS = 400;
/** Records of the last days do not count: the doubted clock may have dated them since an earlier start. */
const RECENT_DAYS = 30;

export function recordsCountUntil(now: Instant): Instant {
  return secondsAfter(now, -RECENT_DAYS * DAY_SECONDS);
}

function isFarFromRecord({ now, recordedAt, isSupported }: Evidence): boolean {
  if (recordedAt === undefined || isSupported) return false;
  return recordedAt < secondsAfter(now, -FAR_DAYS * DAY_SECONDS);
}

function writtenAhead({ now, signedAt, livedOn }: Pick<Evidence, 'now' | 'signedAt' | 'livedOn'>) {
  const found: Contradiction[] = [];
  if (livedOn === undefined) return found;
  const isBacked = signedAt !== undefined && localDateInParis(signedAt) <= livedOn;
  if (isBacked && signedAt > firstAhead(now)) found.push({ witness: 'signatures', at: signedAt });
  if (livedOn > localDateInParis(firstAhead(now)))
    found.push({ witness: 'lived-days', at: `${livedOn}T00:00:00Z` as Instant });
  return found;
}

const OUTSIDE: readonly Witness[] = ['database', 'identity-provider', 'fetched', 'version'];

/** The evidence from outside this machine that forbids to sign, if there is any. */
export function forbidsToSign({ contradictions }: ClockJudgment): Contradiction | undefined {
  return contradictions.find(({ witness }) => OUTSIDE.includes(witness));
}

/** Whether two instants are further apart than the clocks of two right machines can be. */
function areApart(one: Instant, other: Instant): boolean {
  const [earlier, later] = one < other ? [one, other] : [other, one];
  return secondsAfter(earlier, CLOCK_SKEW_SECONDS) < later;
}
