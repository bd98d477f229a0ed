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
