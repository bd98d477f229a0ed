/** Runs a function on every item, at most `atOnce` at the same time, and returns the results in the order of
 *  the items. After an error no further item is begun; the error is thrown once the running ones have
 *  ended. */
export async function inFlight<Item, Result>(
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
