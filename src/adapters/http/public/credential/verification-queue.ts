import { makeFairQueue } from '#open-badges/fetching';
import { DomainError } from '../../../../domain/errors.ts';

/** Verifications of uncached pages that run at once in this process. They share one thread: more at once make each
 *  of them slower, and let one caller occupy the thread while another waits. */
const AT_ONCE = 4;

/** Verifications that wait. A longer queue would make clients wait too long. */
const WAITING = { all: 1000, each: 500 };

/** A request that needs a verification. */
export interface WaitingRequest {
  /** Who counts as one caller. */
  readonly caller: string;
  /** Ends when the client leaves. */
  readonly signal: AbortSignal;
}

/** Lets verifications of uncached badge pages take turns. */
export interface VerificationQueue {
  /** Does the work of this request once it is its turn. Callers alternate: the work of one does not wait behind a
   *  hundred pieces of another's. Throws `overloaded` if too much waits, or if the client left in the meantime. */
  run<Result>(of: WaitingRequest, work: () => Promise<Result>): Promise<Result>;
  waiting(): number;
}

interface Waiting {
  readonly begin: () => void;
}

export function makeVerificationQueue(): VerificationQueue {
  const queue = makeFairQueue<Waiting>(WAITING);
  let running = 0;

  const place = (caller: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const isPlaced = queue.put(caller, { begin: resolve });
      if (!isPlaced) reject(new DomainError('overloaded'));
    });

  const end = () => {
    const next = queue.take();
    // The place passes to the next one, so that no newcomer takes it.
    if (next) next.begin();
    else running -= 1;
  };

  return {
    async run({ caller, signal }, work) {
      if (running >= AT_ONCE) await place(caller);
      else running += 1;
      try {
        // No one would read the answer.
        if (signal.aborted) throw new DomainError('overloaded');
        return await work();
      } finally {
        end();
      }
    },
    waiting: queue.waiting,
  };
}

/** Resolves in another turn of the event loop, so that other requests go on. It must be awaited between two pieces of
 *  long work. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => (globalThis.setImmediate ?? setTimeout)(resolve));
}
