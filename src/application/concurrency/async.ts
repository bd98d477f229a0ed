import { DomainError } from '../../domain/errors.ts';

/** Gives way to requests, signals and timers that wait. Browsers lack the quicker way: a timer takes at least a
 *  millisecond, which work in a thousand small steps would feel. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => (globalThis.setImmediate ?? setTimeout)(resolve));
}

/** The value that `make` makes, made at the first call. Only the finished value is kept, never a promise of it: on
 *  Workers a request must not wait for the work of another one. Requests that come together may each make one. */
export function memoizeAsync<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: { readonly value: Value } | undefined;
  return async () => {
    made ??= { value: await make() };
    return made.value;
  };
}

/** What this resolves with. Throws `unavailable` if it takes longer. */
export async function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DomainError('unavailable')), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Makes a function that gives what a generator gives, one generator at a time: the next begins once the one before
 *  has ended or was left. For a process that serves all requests itself: on Workers a request must not wait for
 *  another one. */
export function makeOneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return async function* <Item>(begin: () => AsyncIterable<Item>): AsyncGenerator<Item> {
    const before = last;
    const turn = Promise.withResolvers<void>();
    last = turn.promise;
    try {
      await before;
      yield* begin();
    } finally {
      turn.resolve();
    }
  };
}

/** Runs work once the work before it has ended. */
export type RunInTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** For a process that serves all requests itself, as `makeOneAtATime`. */
export function makeRunInTurn(): RunInTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

/** Runs a function on every item, at most `atOnce` at the same time, and returns the results in the order of
 *  the items. After an error no further item is begun; the error is thrown once the running ones have
 *  ended. */
export async function mapConcurrent<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  run: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = new Array(items.length);
  let next = 0;
  const work = async () => {
    try {
      for (let index = next++; index < items.length; index = next++) {
        results[index] = await run(items[index] as Item, index);
      }
    } catch (error) {
      next = items.length;
      throw error;
    }
  };
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, work);
  const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return results;
}
