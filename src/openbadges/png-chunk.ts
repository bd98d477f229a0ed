import { crc32 } from './crc32.ts';

/** The first eight bytes of every PNG (PNG §5.2). */
export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Length, type and CRC around the data of a chunk. */
const FRAME_BYTES = 12;

/** A complete chunk: length, type, data, CRC (PNG §5.3). */
export function makePngChunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(pngChunkBytes([data]));
  writePngChunk(bytes, type, [data]);
  return bytes;
}

/** Number of bytes of a chunk with these pieces of data. */
export function pngChunkBytes(data: readonly Uint8Array[]): number {
  return data.reduce((sum, piece) => sum + piece.length, FRAME_BYTES);
}

/** Writes a chunk at the start of `into`. Its data may come in several pieces. */
export function writePngChunk(into: Uint8Array, type: string, data: readonly Uint8Array[]): void {
  const end = pngChunkBytes(data) - 4;
  const view = new DataView(into.buffer, into.byteOffset, into.byteLength);
  view.setUint32(0, end + 4 - FRAME_BYTES);
  for (let at = 0; at < 4; at += 1) into[4 + at] = type.charCodeAt(at);
  let at = 8;
  for (const piece of data) {
    into.set(piece, at);
    at += piece.length;
  }
  view.setUint32(end, crc32(into.subarray(4, end)));
}
