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

/** Types of chunks: their four characters as a number. */
export const IHDR = 0x49484452;
export const PLTE = 0x504c5445;
export const TRNS = 0x74524e53;
export const IDAT = 0x49444154;
export const IEND = 0x49454e44;
export const ITXT = 0x69545874;
export const TEXT = 0x74455874;
export const ZTXT = 0x7a545874;

/** One chunk, by its places in the file. */
export interface PngPlace {
  /** Its type as a number. */
  readonly type: number;
  /** Where the chunk, its data and its checksum begin. */
  readonly at: number;
  readonly dataAt: number;
  readonly dataEnd: number;
}

/** Shows each chunk of a PNG, up to the one for which `see` returns true; returns whether there was such a
 *  one. A file may have a chunk for every twelve bytes, so nothing is made for a chunk but its places. */
export function walkPng(bytes: Uint8Array, see: (place: PngPlace) => boolean): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG_SIGNATURE.length;
  while (at + FRAME_BYTES <= bytes.length) {
    const dataAt = at + 8;
    const dataEnd = dataAt + view.getUint32(at);
    if (dataEnd + 4 > bytes.length) return false;
    if (see({ type: view.getUint32(at + 4), at, dataAt, dataEnd })) return true;
    at = dataEnd + 4;
  }
  return false;
}
