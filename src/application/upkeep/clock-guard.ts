import { DomainError } from '../../domain/errors.ts';
import { type Instant, secondsAfter } from '../../domain/time/time.ts';
import type { Clock, Signer, Store } from '../ports.ts';

/** Seconds by which the clocks of several machines may differ. */
const TOLERANCE_SECONDS = 60;
const READ_AGAIN_SECONDS = 60;

/** Refuses to sign while the clock is behind an earlier signature: the new badge would look older than it
 *  is. */
export interface ClockGuard {
  /** Throws `clock-set-back` where the clock is behind. */
  check(): Promise<void>;
}

interface Needs {
  readonly store: Pick<Store, 'readClocks'>;
  readonly clock: Clock;
  /** True where an operator states that the clock is right and the earlier signature has a wrong instant. */
  readonly trustsClock: boolean;
}

/** Compares the clock with the newest signature of this process, and with the newest in the database, read
 *  once a minute. */
export function makeClockGuard({ store, clock, trustsClock }: Needs): ClockGuard {
  let newest = '' as Instant;
  let read: { readonly from: Instant; readonly until: Instant } | undefined;
  const readNewest = async (now: Instant) => {
    const isRead = read !== undefined && now >= read.from && now < read.until;
    if (isRead || trustsClock) return;
    const { signedAt } = await store.readClocks();
    read = { from: now, until: secondsAfter(now, READ_AGAIN_SECONDS) };
    if (signedAt && signedAt > newest) newest = signedAt;
  };
  return {
    async check() {
      const now = clock.now();
      await readNewest(now);
      if (isBehind(now, newest)) throw new DomainError('clock-set-back', { now, newest });
      if (now > newest) newest = now;
    },
  };
}

/** Whether the clock is so far behind that signing must be refused. */
export function isBehind(now: Instant, signedAt: Instant): boolean {
  return now < signedAt && secondsAfter(now, TOLERANCE_SECONDS) < signedAt;
}

/** Checks the clock before each signature. */
export function guardSigner(signer: Signer, guard: ClockGuard): Signer {
  return {
    signStatusList: (unsigned) => signer.signStatusList(unsigned),
    signDataIntegrity: async (unsigned) => {
      await guard.check();
      return signer.signDataIntegrity(unsigned);
    },
    signEndorsement: async (unsigned, uai) => {
      await guard.check();
      return signer.signEndorsement(unsigned, uai);
    },
    signJwt: async (unsigned) => {
      await guard.check();
      return signer.signJwt(unsigned);
    },
    signCheckpoint: (state) => signer.signCheckpoint(state),
  };
}
