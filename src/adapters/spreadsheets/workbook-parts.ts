import { CFB } from '@e965/xlsx';
import { DomainError } from '../../domain/errors.ts';
import { tooLarge, WORKBOOK_LIMITS } from './workbook-limits.ts';
import { listZipEntries, unpackZipEntry, type ZipEntry } from './zip-entries.ts';

/** The parts that hold a workbook's tables. Pictures, charts, macros and links to other files are never
 *  unpacked. */
const READ_PARTS =
  /^(\[content_types\]\.xml|_rels\/\.rels|xl\/_rels\/workbook\w*\.xml\.rels|xl\/(workbook|sharedstrings|styles|metadata)\w*\.xml|xl\/(work|chart|dialog)sheets\/[^/]+\.xml)$/i;

/** The workbook with only the parts that are read, all of them unpacked, so that the reader never unpacks
 *  anything itself. Throws `unreadable-file` with `ods`, `broken-workbook` or `workbook-too-large`. */
export async function keepReadParts(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const entries = listZipEntries(bytes) ?? [];
  if (entries.some((entry) => entry.name === 'mimetype')) throw unreadable(name, 'ods');
  const parts = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (READ_PARTS.test(entry.name) && !parts.has(key)) parts.set(key, entry);
  }
  if (![...parts.keys()].some((key) => key.startsWith('xl/worksheets/')))
    throw unreadable(name, 'broken-workbook');
  const kept = CFB.utils.cfb_new({ fileType: 'zip' });
  let left: number = WORKBOOK_LIMITS.unpackedBytes;
  let tags = 0;
  for (const entry of parts.values()) {
    const content = await unpack(name, entry, left);
    left -= content.length;
    tags += countTags(content);
    if (left < 0 || tags > WORKBOOK_LIMITS.tags) throw tooLarge(name);
    CFB.utils.cfb_add(kept, `/${entry.name}`, content);
  }
  return new Uint8Array(CFB.write(kept, { type: 'array', fileType: 'zip', compression: false }));
}

const TAG = '<'.charCodeAt(0);

function countTags(content: Uint8Array): number {
  let count = 0;
  for (const byte of content) if (byte === TAG) count += 1;
  return count;
}

async function unpack(name: string, entry: ZipEntry, limitBytes: number): Promise<Uint8Array> {
  try {
    const content = await unpackZipEntry(entry, limitBytes);
    if (content) return content;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.params['limitBytes'] !== undefined) throw tooLarge(name);
  }
  throw unreadable(name, 'broken-workbook');
}

/** The refusal of a workbook that cannot be read for this reason. */
export function unreadable(name: string, reason: string, cause?: unknown): DomainError {
  return new DomainError('unreadable-file', { name, reason }, { cause });
}
