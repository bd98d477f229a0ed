import { joinBytes } from './compression.ts';
import { crc32 } from './crc32.ts';

/** The first eight bytes of every PNG (PNG §5.2). */
export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A chunk as it stands in the file: length, type, data, CRC (PNG §5.3). */
export function makePngChunk(type: string, data: Uint8Array): Uint8Array {
  const typed = joinBytes([new TextEncoder().encode(type), data]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, crc32(typed));
  const bytes = new Uint8Array(frame.buffer);
  return joinBytes([bytes.subarray(0, 4), typed, bytes.subarray(4)]);
}
