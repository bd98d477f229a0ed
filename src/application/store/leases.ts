import { DomainError } from '../../domain/errors.ts';
import { type Claim, LEASE_SECONDS, type Work } from '../../domain/job/types.ts';
import type { WorkClaims } from './work-leases.ts';

/** The premise of work outside the database that its holder has lost. */
export const CLAIM_LOST = 'claim_held';
/** Times within a lease at which the holder of slow work raises its claim. */
const BEATS = 4;

/** The only judge of whether a claim has ended. No clock of a machine is asked: two clocks may disagree. */
export interface Leases {
  /** The claims on this work that have stood still for the length of a lease. */
  findEnded(work: Work): Promise<readonly Claim[]>;
  /** Does work outside the database, such as sending a mail, and raises the holder's claims meanwhile. Throws
   *  `store-conflict` before the work where the claims have passed on to another process. */
  whileHeld<Result>(holder: Holder, act: () => Promise<Result>): Promise<Result>;
}

interface Holder {
  readonly work: Work;
  readonly by: string;
}

interface Watching {
  readonly store: Pick<WorkClaims, 'raiseClaims' | 'readClaims'>;
  /** Seconds of a clock that never jumps. */
  readonly monotonic: () => number;
}

/** Watches claims by the monotonic clock of this process. It remembers when it first saw each claim. Where a
 *  process lives too short for that, the database says how long a claim has stood still. */
export function makeLeases({ store, monotonic }: Watching): Leases {
  const firstSeen = new Map<Work, ReadonlyMap<string, number>>();
  return {
    findEnded: async (work) => {
      // A process may be stopped at each `await`, so a sight ends before the read and begins after it.
      const at = monotonic();
      const claims = await store.readClaims(work);
      const before = firstSeen.get(work);
      const now = monotonic();
      const seen = new Map(claims.map((claim) => [keyOf(claim), before?.get(keyOf(claim)) ?? now]));
      firstSeen.set(work, seen);
      return claims.filter(
        (claim) => (claim.ageSeconds ?? at - (seen.get(keyOf(claim)) ?? now)) >= LEASE_SECONDS[work],
      );
    },
    whileHeld: async ({ work, by }, act) => {
      if ((await store.raiseClaims(work, by)) === 0)
        throw new DomainError('store-conflict', { constraint: CLAIM_LOST });
      const stop = beat((LEASE_SECONDS[work] * 1000) / BEATS, () => store.raiseClaims(work, by));
      try {
        return await act();
      } finally {
        stop();
      }
    },
  };
}

function keyOf({ by, count }: Claim): string {
  return `${by} ${count}`;
}

/** Calls again and again until it is stopped. A call that fails is left out: the work itself reports a database
 *  that does not answer. */
function beat(milliseconds: number, act: () => Promise<unknown>): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    if (!isOver) timer = setTimeout(() => void act().then(next, next), milliseconds);
  };
  next();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
