import { DomainError } from '../../domain/errors.ts';
import { LEASE_SECONDS, type Lease, type Work } from '../../domain/job/types.ts';
import type { WorkLeases } from './work-leases.ts';

/** The precondition of work outside the database that its holder has lost. */
export const LEASE_LOST = 'claim_held';
/** Times within a lease at which the holder of slow work raises its claim. */
const BEATS = 4;

/** The only judge of whether a claim has ended. No clock of a machine is asked: two clocks may disagree. */
export interface Leases {
  /** The claims on this work that have stood still for the length of a lease. */
  findEnded(work: Work): Promise<readonly Lease[]>;
  /** Does work outside the database, such as sending a mail, and raises the holder's claims in the meantime. Throws
   *  `store-conflict` before the work where the claims have passed on to another process. */
  whileHeld<Result>(holder: Holder, act: () => Promise<Result>): Promise<Result>;
}

interface Holder {
  readonly work: Work;
  readonly by: string;
}

interface Watching {
  readonly store: Pick<WorkLeases, 'renewLeases' | 'readClaims'>;
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
      const seen = new Map(claims.map((lease) => [keyOf(lease), before?.get(keyOf(lease)) ?? now]));
      firstSeen.set(work, seen);
      return claims.filter(
        (lease) => (lease.ageSeconds ?? at - (seen.get(keyOf(lease)) ?? now)) >= LEASE_SECONDS[work],
      );
    },
    whileHeld: async ({ work, by }, act) => {
      if ((await store.renewLeases(work, by)) === 0)
        throw new DomainError('store-conflict', { constraint: LEASE_LOST });
      const stop = beat((LEASE_SECONDS[work] * 1000) / BEATS, () => store.renewLeases(work, by));
      try {
        return await act();
      } finally {
        stop();
      }
    },
  };
}

function keyOf({ by, count }: Lease): string {
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
