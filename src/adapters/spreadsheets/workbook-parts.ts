import { CFB } from '@e965/xlsx';
import { DomainError } from '../../domain/errors.ts';
import { hiddenTables, odsFault } from './ods-content.ts';
import { tooLarge, WORKBOOK_LIMITS } from './workbook-limits.ts';
import { listZipEntries, unpackZipEntry, type ZipEntry } from './zip-entries.ts';

/** The parts that hold an Excel workbook's tables. Pictures, charts, macros and links to other files are never
 *  unpacked. */
const XLSX_PARTS =
  /^(\[content_types\]\.xml|_rels\/\.rels|xl\/_rels\/workbook\w*\.xml\.rels|xl\/(workbook|sharedstrings|styles|metadata)\w*\.xml|xl\/(work|chart|dialog)sheets\/[^/]+\.xml)$/i;

/** The parts of a LibreOffice workbook that are read. */
const ODS_PARTS = /^(mimetype|content\.xml|styles\.xml|meta-inf\/manifest\.xml)$/i;

/** A workbook with only the parts that are read, all of them unpacked, so that the reader never unpacks
 *  anything itself. */
export interface ReadParts {
  readonly bytes: Uint8Array;
  /** Names of the hidden sheets, where the reader does not tell them itself. */
  readonly hidden: ReadonlySet<string>;
}

/** Throws `unreadable-file` with `encrypted`, `broken-workbook` or `workbook-too-large`. */
export async function keepReadParts(name: string, bytes: Uint8Array): Promise<ReadParts> {
  const entries = listZipEntries(bytes) ?? [];
  const isOds = entries.some((entry) => entry.name === 'mimetype');
  const parts = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if ((isOds ? ODS_PARTS : XLSX_PARTS).test(entry.name) && !parts.has(key)) parts.set(key, entry);
  }
  const contents = await unpackParts(name, parts);
  if (isOds) return keepOdsParts(name, contents);
  if (![...contents.keys()].some((path) => /^xl\/worksheets\//i.test(path)))
    throw unreadable(name, 'broken-workbook');
  return { bytes: pack(contents), hidden: new Set() };
}

/** The content of each part by its path, within the limits of a workbook. */
async function unpackParts(
  name: string,
  parts: ReadonlyMap<string, ZipEntry>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  let left: number = WORKBOOK_LIMITS.unpackedBytes;
  let tags = 0;
  for (const entry of parts.values()) {
    const content = await unpack(name, entry, left);
    left -= content.length;
    tags += countTags(content);
    if (left < 0 || tags > WORKBOOK_LIMITS.tags) throw tooLarge(name);
    contents.set(entry.name, content);
  }
  return contents;
}

/** The tables of a workbook of LibreOffice, checked, with their number formats. */
function keepOdsParts(name: string, contents: ReadonlyMap<string, Uint8Array>): ReadParts {
  const text = (path: string) => new TextDecoder().decode(contents.get(path));
  if (!text('mimetype').startsWith('application/vnd.oasis.opendocument.spreadsheet'))
    throw unreadable(name, 'broken-workbook');
  if (text('META-INF/manifest.xml').includes('encryption-data')) throw unreadable(name, 'encrypted');
  const content = text('content.xml');
  const fault = odsFault(content);
  if (fault === 'too-large') throw tooLarge(name);
  if (fault) throw unreadable(name, 'broken-workbook');
  const kept = new Map([...contents].filter(([path]) => path === 'content.xml' || path === 'styles.xml'));
  // The reader tells this format by its manifest.
  kept.set('META-INF/manifest.xml', new TextEncoder().encode('<manifest:manifest/>'));
  return { bytes: pack(kept), hidden: hiddenTables(content) };
}

function pack(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const kept = CFB.utils.cfb_new({ fileType: 'zip' });
  for (const [path, content] of contents) CFB.utils.cfb_add(kept, `/${path}`, content);
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
