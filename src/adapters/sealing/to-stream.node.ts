import { ReadableStream } from 'node:stream/web';

/** The bytes as a stream, as libraries for any runtime want them. Node's own type of it lacks what the browser's
 *  has. */
export function toStream(source: AsyncIterable<Uint8Array>) {
  return ReadableStream.from(source) as globalThis.ReadableStream<Uint8Array>;
}
