/** Works on some items at a time. The first failure ends everything. */
export async function forEachConcurrent<T>(
  most: number,
  source: AsyncGenerator<T>,
  work: (one: T) => Promise<void>,
): Promise<void> {
  let failed = false;
  const worker = async () => {
    for (let next = await source.next(); !next.done && !failed; next = await source.next()) {
      await work(next.value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: most }, worker));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
}
