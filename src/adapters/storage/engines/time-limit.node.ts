import { setTimeout as pause } from 'node:timers/promises';

/** How long work may wait for a connection, in milliseconds. */
export interface WaitLimits {
  /** For the first connection of an action, and for work that belongs to no action. */
  readonly firstMilliseconds: number;
  /** For all later connections of one action together. */
  readonly laterMilliseconds?: number;
  /** The action that the present work belongs to: always the same object within one request, step of a job or command. */
  readonly currentAction?: (() => object | undefined) | undefined;
}

export interface WaitLimit {
  /** Waits for a connection. Rejects with the error of `late` once the present action has waited for as long as it may. */
  waitFor<Result>(connection: Promise<Result>, late: () => Error): Promise<Result>;
}

/** The time that an action still has, and how many of its queries are waiting. */
interface Waiting {
  left: number;
  count: number;
  since: number;
}

/** One limit for a whole action, so that a long one is not refused because one of its queries waited. A page is still
 *  refused early if it gets no connection at all. Queries of one action that wait together use its time once. */
export function makeWaitLimit({
  firstMilliseconds,
  laterMilliseconds = firstMilliseconds,
  currentAction,
}: WaitLimits): WaitLimit {
  const actions = new WeakMap<object, Waiting>();
  const waitUpTo = async <Result>(limit: number, connection: Promise<Result>, late: () => Error) => {
    const ended = new AbortController();
    const timeout = pause(limit, undefined, { signal: ended.signal }).then(() => {
      throw late();
    });
    // Once the connection came, nothing waits for the timeout.
    timeout.catch(() => {});
    return Promise.race([connection, timeout]).finally(() => ended.abort());
  };
  return {
    async waitFor(connection, late) {
      const action = currentAction?.();
      const waiting = action && actions.get(action);
      if (!waiting) {
        const first = await waitUpTo(firstMilliseconds, connection, late);
        if (action && !actions.has(action))
          actions.set(action, { left: laterMilliseconds, count: 0, since: 0 });
        return first;
      }
      if (waiting.count === 0) waiting.since = performance.now();
      waiting.count += 1;
      const spent = () => performance.now() - waiting.since;
      return waitUpTo(waiting.left - spent(), connection, late).finally(() => {
        waiting.count -= 1;
        if (waiting.count === 0) waiting.left -= spent();
      });
    },
  };
}
