import type { Writable } from 'node:stream';

/** Resolves once the reader of a stream has taken all waiting data, or has gone. For a slow reader, a long
 *  answer would otherwise wait in memory as a whole. */
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
