import { crc32, decompress } from '#open-badges/files';
import { asDomainError } from '../../application/open-badges-errors.ts';

/** One file of a ZIP archive, as described in its central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: Uint8Array;
  /** CRC-32 of the unpacked content. */
  readonly checksum: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** The entries of an archive; undefined if its directory is missing or inconsistent. Nothing is unpacked,
 *  and the sizes that the archive states are not trusted. */
export function listZipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  try {
    return readDirectory(bytes);
  } catch (error) {
    // The offset lies outside the archive, which is damaged or hostile.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) return undefined;
    const nameBytes = view.getUint16(at + 28, true);
    const entry = readEntry(bytes, view, at);
    if (!entry) return undefined;
    entries.push(entry);
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry | undefined {
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== LOCAL_SIGNATURE) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
    checksum: view.getUint32(at + 16, true),
  };
}

/** Finds the end record of the directory, which stands last except for a comment of any length. */
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return undefined;
}

/** The content of the entry, at most `limitBytes`; undefined if it is encrypted, damaged, or compressed
 *  with another method. Throws `unreadable-file`, with `limitBytes` where it is larger. */
export async function unpackZipEntry(
  { isEncrypted, method, packed, checksum }: ZipEntry,
  limitBytes: number,
): Promise<Uint8Array | undefined> {
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) return undefined;
  const content =
    method === STORED ? packed : await asDomainError(() => decompress(packed, 'deflate-raw', limitBytes));
  return crc32(content) === checksum ? content : undefined;
}
