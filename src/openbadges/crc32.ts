/** Tables for eight bytes at a time ("slicing by 8"): the n-th says what a byte does n bytes later. */
const TABLES = makeTables();
const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as [U32, U32, U32, U32, U32, U32, U32, U32];
type U32 = Uint32Array;

/** CRC-32 of PNG chunks (ISO 3309, as in PNG §5.5), unsigned. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  let at = 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const whole = bytes.length - 7; at < whole; at += 8) {
    const low = crc ^ view.getUint32(at, true);
    const high = view.getUint32(at + 4, true);
    crc =
      of(T7, low) ^
      of(T6, low >>> 8) ^
      of(T5, low >>> 16) ^
      of(T4, low >>> 24) ^
      of(T3, high) ^
      of(T2, high >>> 8) ^
      of(T1, high >>> 16) ^
      of(T0, high >>> 24);
  }
  for (; at < bytes.length; at += 1) crc = of(T0, crc ^ (bytes[at] ?? 0)) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The entry of the lowest byte. */
function of(table: U32, value: number): number {
  return table[value & 0xff] as number;
}

function makeTables(): readonly U32[] {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    }
    return remainder;
  });
  const tables = [first];
  for (let later = 1; later < 8; later += 1) {
    tables.push((tables[later - 1] as U32).map((entry) => of(first, entry) ^ (entry >>> 8)));
  }
  return tables;
}
