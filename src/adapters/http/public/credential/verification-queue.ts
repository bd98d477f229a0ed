import { type Caller, makeFairQueue, SERVICE_ITSELF } from '#open-badges/fetching';
import { DomainError } from '../../../../domain/errors.ts';

/** Verifications of uncached pages that run at once in this process. They share one thread: more at once make each
 *  of them slower, and let one caller occupy the thread while another waits. */
const AT_ONCE = 4;

/** Verifications that wait. A longer queue would make clients wait too long. */
const MOST_WAITING = 1000;

/** A request that needs a verification. */
export interface WaitingRequest {
  readonly caller: Caller;
  /** Ends when the client leaves. */
  readonly signal: AbortSignal;
}

/** Lets verifications of uncached badge pages take turns. */
export interface VerificationQueue {
  /** Does the work of this request once it is its turn. Callers alternate: the work of one does not wait behind a
   *  hundred pieces of another's. Throws `overloaded` if too much waits and this caller has most of it, or if the
   *  client left in the meantime. */
  run<Result>(of: WaitingRequest, work: () => Promise<Result>): Promise<Result>;
  waiting(): number;
}

interface Waiting {
  readonly begin: () => void;
  readonly refuse: () => void;
}

/** `onFull` is called each time that too much waits. */
export function makeVerificationQueue(onFull?: () => void): VerificationQueue {
  const queue = makeFairQueue<Waiting>({ most: MOST_WAITING, onLost: ({ refuse }) => refuse(), onFull });
  let running = 0;

  const place = (caller: Caller): Promise<void> =>
    new Promise((resolve, reject) => {
      const refuse = () => reject(new DomainError('overloaded'));
      if (!queue.put(caller, { begin: resolve, refuse })) refuse();
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

/** A request as `takeTurn` reads it. */
interface TurnRequest {
  readonly env?: { readonly caller?: Caller | undefined };
  readonly req: { readonly raw: Request };
}

/** Does the verification of an uncached page once it is the turn of this request. Throws `overloaded` if too many
 *  verifications wait. The service's own requests, as for a copy of the site, share one place in the queue. */
export function takeTurn<Result>(
  { env, req }: TurnRequest,
  { verifications }: { readonly verifications: VerificationQueue },
  work: () => Promise<Result>,
): Promise<Result> {
  return verifications.run({ caller: env?.caller ?? SERVICE_ITSELF, signal: req.raw.signal }, work);
}
