import { OpenBadgesError } from '../errors.ts';

/** `deflate` is the zlib format, used in PNG; `gzip` is used in status lists; `deflate-raw` is used in
 *  ZIP. */
export type CompressionFormat = 'gzip' | 'deflate' | 'deflate-raw';

/** A compressed copy of the bytes. The stream is written and read directly, which takes half as long as
 *  through a Blob. */
export async function compress(bytes: Uint8Array, format: CompressionFormat): Promise<Uint8Array> {
  const { readable, writable } = new CompressionStream(format);
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(bytes as Uint8Array<ArrayBuffer>), writer.close()]);
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
  }
  await written;
  return joinBytes(parts);
}

/** Whether compressed data are whole and take at most `limitBytes` once decompressed. Nothing is kept. */
export async function decompressesWithin(
  bytes: Uint8Array,
  format: CompressionFormat,
  limitBytes: number,
): Promise<boolean> {
  let length = 0;
  try {
    await eachDecompressed(bytes, format, (part) => {
      length += part.length;
      return length <= limitBytes;
    });
  } catch {
    return false;
  }
  return length <= limitBytes;
}

/** Decompressed bytes, at most `limitBytes`. Throws `unreadable-file` where the data are damaged, or as soon
 *  as they exceed the limit: a few kilobytes can expand to gigabytes. */
export async function decompress(
  bytes: Uint8Array,
  format: CompressionFormat,
  limitBytes: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  await eachDecompressed(bytes, format, (part) => {
    length += part.length;
    parts.push(part);
    return length <= limitBytes;
  });
  if (length > limitBytes) {
    throw new OpenBadgesError('unreadable-file', { reason: 'too large once decompressed', limitBytes });
  }
  return joinBytes(parts);
}

/** Shows each piece of the decompressed data, until `see` returns false. Throws `unreadable-file` where the
 *  data are damaged. */
async function eachDecompressed(
  bytes: Uint8Array,
  format: CompressionFormat,
  see: (part: Uint8Array) => boolean,
): Promise<void> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream(format));
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new OpenBadgesError('unreadable-file', { reason: `not ${format} data` }, { cause });
    });
    if (done) return;
    if (!see(value)) return reader.cancel();
  }
}

/** One array with all the parts, in order. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
