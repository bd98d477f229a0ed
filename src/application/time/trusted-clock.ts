import { DomainError } from '../../domain/errors.ts';
import { type Instant, localDateInParis, secondsAfter } from '../../domain/time/calendar.ts';
import {
  type ClockJudgment,
  forbidsToSign,
  judgeClock,
  recordsCountUntil,
  type SpeakingWitness,
} from '../../domain/time/clock-evidence.ts';
import { announcedBefore } from '../../domain/time/confirmed-uptime-days.ts';
import type { Clock, Log, Signer, Store } from '../ports.ts';

/** Seconds of monotonic time for which a witness is believed. After a machine was suspended, its monotonic
 *  clock is behind, so an old statement would contradict a right clock. */
const HEARD_SECONDS = 900;
const READ_AGAIN_SECONDS = 60;
/** A larger difference of the clock from the monotonic one is a jump. */
const JUMP_SECONDS = 60;
/** Seconds over which the two clocks are compared. */
const COMPARED_SECONDS = 3600;

/** Says what time it is, and how sure that is. Every judgment about the clock is made here. */
export interface TrustedClock {
  /** Hears another machine's clock. */
  hear(witness: SpeakingWitness, at: Instant): void;
  /** Judges the clock now. */
  look(): Promise<ClockJudgment>;
  /** The time for what is signed or printed now. Throws `clock-contradicted` where evidence from outside this
   *  machine forbids to sign. */
  check(): Promise<Instant>;
  /** Number of jumps of the clock since the start of the process. */
  jumps(): number;
}

/** What the time is judged by. */
interface Judging {
  readonly store: Pick<Store, 'readClocks' | 'readLife'>;
  readonly clock: Clock;
  /** Seconds of a clock that never jumps. */
  readonly monotonic: () => number;
  /** True if the operator states that the clock is right (`TRUST_CLOCK=1`). */
  readonly trustsClock: boolean;
  readonly log: Log;
}

interface Heard {
  readonly at: Instant;
  readonly since: number;
}

type Read = Awaited<ReturnType<Store['readClocks']>> & {
  readonly since: number;
  readonly hasUptime: boolean;
};

export function makeTrustedClock({ store, clock, monotonic, trustsClock, log }: Judging): TrustedClock {
  const heard = new Map<SpeakingWitness, Heard>();
  const hear = (witness: SpeakingWitness, at: Instant) => {
    if (isTellable(at)) heard.set(witness, { at, since: monotonic() });
  };
  const jump = watchJumps(clock, monotonic);
  const reported = new Set<string>();
  let read: Read | undefined;
  /** Whether another machine's clock has confirmed this one since its last jump. */
  let wasConfirmed = false;

  const readAll = async (): Promise<Read> => {
    const since = monotonic();
    if (read && since - read.since < READ_AGAIN_SECONDS) return read;
    const now = clock.now();
    const found = await store.readClocks(recordsCountUntil(now));
    if (found.serverAt) hear('database', found.serverAt);
    const days = found.recordedAt === undefined ? [] : (await store.readLife()).days;
    read = { ...found, since, hasUptime: announcedBefore(days, localDateInParis(now)) !== undefined };
    return read;
  };
  const report = ({ contradictions, now, isFarFromRecord }: ClockJudgment) => {
    if (isFarFromRecord && !reported.has('record')) {
      reported.add('record');
      log.error('clock-far-from-record', { record: read?.recordedAt ?? '', now });
    }
    for (const { witness, at } of contradictions.filter((one) => !reported.has(one.witness))) {
      reported.add(witness);
      log.error(trustsClock ? 'clock-trusted' : 'clock-contradicted', { witness, says: at, now });
    }
  };
  const look = async (): Promise<ClockJudgment> => {
    const { signedAt, livedOn, recordedAt, hasUptime } = await readAll();
    const expected = jump.look();
    const elapsed = monotonic();
    const statements = [...heard]
      .filter(([, { since }]) => elapsed - since <= HEARD_SECONDS)
      .map(([witness, { at, since }]) => ({ witness, at: secondsAfter(at, elapsed - since) }));
    const evidence = { now: clock.now(), statements, signedAt, livedOn, expected, recordedAt };
    const judgment = judgeClock({ ...evidence, isSupported: hasUptime || trustsClock || wasConfirmed });
    report(judgment);
    wasConfirmed = judgment.isConfirmed || (wasConfirmed && expected === undefined);
    return trustsClock ? { ...judgment, contradictions: [], isConfirmed: true } : judgment;
  };
  return {
    hear,
    look,
    jumps: jump.count,
    async check() {
      const judgment = await look();
      const against = forbidsToSign(judgment);
      if (against) throw new DomainError('clock-contradicted', { now: judgment.now, ...against });
      return judgment.now;
    },
  };
}

/** Whether the instant can be carried forward and compared as text: years have four digits. */
function isTellable(at: Instant): boolean {
  return /^\d{4}-/.test(at) && at < '9999';
}

/** Compares the clock with the monotonic one at each look, over up to an hour, so that many small steps are
 *  noticed too. A jump is one event: from then on the clock is followed from its new place, because a suspended
 *  machine is no contradiction for ever. */
function watchJumps(clock: Clock, monotonic: () => number) {
  const read = () => ({ at: clock.now(), since: monotonic() });
  let anchor = read();
  let jumps = 0;
  return {
    count: () => jumps,
    /** The instant that the clock should show, where it has jumped. */
    look: (): Instant | undefined => {
      const now = read();
      const elapsed = now.since - anchor.since;
      const expected = secondsAfter(anchor.at, elapsed);
      const hasJumped = Math.abs(Date.parse(now.at) - Date.parse(expected)) / 1000 > JUMP_SECONDS;
      if (hasJumped || elapsed > COMPARED_SECONDS) anchor = now;
      if (!hasJumped) return undefined;
      jumps += 1;
      return expected;
    },
  };
}

/** Checks the clock before each signature that states when a badge or a paper was made. Status lists and
 *  checkpoints are always signed: without them no one could verify a badge, and one that is dated ahead is
 *  signed again at once. */
export function guardSigner(signer: Signer, time: Pick<TrustedClock, 'check'>): Signer {
  return {
    signStatusList: (unsigned) => signer.signStatusList(unsigned),
    signCheckpoint: (state) => signer.signCheckpoint(state),
    signDocument: async (unsigned) => {
      await time.check();
      return signer.signDocument(unsigned);
    },
    signEndorsement: async (unsigned, uai) => {
      await time.check();
      return signer.signEndorsement(unsigned, uai);
    },
    signForms: async (unsigned) => {
      await time.check();
      return signer.signForms(unsigned);
    },
  };
}
