import type { Writable } from 'node:stream';

/** Resolves once the reader of a stream has taken what waits for it, or has gone. A slow reader of a long
 *  answer would otherwise have all of it wait in memory. */
export function waitUntilTaken(stream: Writable): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      stream.off('drain', end);
      stream.off('close', end);
      resolve();
    };
    stream.on('drain', end);
    stream.on('close', end);
  });
}
