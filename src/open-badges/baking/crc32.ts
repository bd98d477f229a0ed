/** Bytes processed in one step ("slicing by 16"). */
const STEP = 16;
/** For each place in a step, counted from its end, the effect of each byte on the remainder: 16 tables of 256
 *  entries. */
const TABLES = makeTables();

/** CRC-32 of PNG chunks (ISO 3309, as in PNG §5.5), unsigned, of the bytes or of a part of them. */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = -1;
  let at = from;
  if (to - from >= STEP) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (; at <= to - STEP; at += STEP) {
      crc =
        fourOf(12, crc ^ view.getInt32(at, true)) ^
        fourOf(8, view.getInt32(at + 4, true)) ^
        fourOf(4, view.getInt32(at + 8, true)) ^
        fourOf(0, view.getInt32(at + 12, true));
    }
  }
  for (; at < to; at += 1) crc = entryOf(0, crc ^ (bytes[at] ?? 0)) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

/** The effect of four bytes that stand `later` bytes before the end of a step. */
function fourOf(later: number, value: number): number {
  return (
    entryOf(later + 3, value) ^
    entryOf(later + 2, value >>> 8) ^
    entryOf(later + 1, value >>> 16) ^
    entryOf(later, value >>> 24)
  );
}

/** The entry for the lowest byte. */
function entryOf(table: number, value: number): number {
  return TABLES[(table << 8) | (value & 0xff)] as number;
}

function makeTables(): Int32Array {
  const tables = new Int32Array(STEP * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    }
    tables[byte] = remainder;
  }
  for (let at = 256; at < tables.length; at += 1) {
    const before = tables[at - 256] as number;
    tables[at] = (tables[before & 0xff] as number) ^ (before >>> 8);
  }
  return tables;
}
