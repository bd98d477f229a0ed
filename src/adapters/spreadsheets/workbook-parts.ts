import { DomainError } from '../../domain/errors.ts';
import { CFB, tooLarge, WORKBOOK_LIMITS } from './xlsx-library.ts';
import { listZipEntries, unpackZipEntry, type ZipEntry } from './zip-entries.ts';

/** A cell takes about four tags in a sheet that writes out each cell. */
const MAX_CELLS = WORKBOOK_LIMITS.tags / 4;

const ROW_OR_CELL = /<(?:[\w.-]+:)?table-(row|cell)\b[^>]*>/g;

const WHOLE_TAG = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/;

/** The tag of a cell contains its formula and its value. */
const LONGEST_TAG = 20_000;

const TABLE = /<(?:[\w.-]+:)?table\b([^>]*)>/g;

const STYLE = /<(?:[\w.-]+:)?style\b([^>]*)>([\s\S]*?)<\/(?:[\w.-]+:)?style>/g;

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The parts that hold an Excel workbook's tables. Pictures, charts, macros and links to other files are never
 *  unpacked. */
const XLSX_PARTS =
  /^(\[content_types\]\.xml|_rels\/\.rels|xl\/_rels\/workbook\w*\.xml\.rels|xl\/(workbook|sharedstrings|styles|metadata)\w*\.xml|xl\/(work|chart|dialog)sheets\/[^/]+\.xml)$/i;

/** The parts of a LibreOffice workbook that are read. */
const ODS_PARTS = /^(mimetype|content\.xml|styles\.xml|meta-inf\/manifest\.xml)$/i;

/** A workbook with only the parts that are read, all of them unpacked, so that the reader never unpacks
 *  anything itself. */
export interface ExtractedWorkbook {
  readonly bytes: Uint8Array;
  /** Names of the hidden sheets, where the reader does not tell them itself. */
  readonly hidden: ReadonlySet<string>;
}

/** Throws `unreadable-file` with `encrypted`, `broken-workbook` or `workbook-too-large`. */
export async function extractWorkbook(name: string, bytes: Uint8Array): Promise<ExtractedWorkbook> {
  const entries = listZipEntries(bytes) ?? [];
  const isOds = entries.some((entry) => entry.name === 'mimetype');
  const parts = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if ((isOds ? ODS_PARTS : XLSX_PARTS).test(entry.name) && !parts.has(key)) parts.set(key, entry);
  }
  const contents = await unpackEntries(name, parts);
  if (isOds) return extractOdsWorkbook(name, contents);
  if (![...contents.keys()].some((path) => /^xl\/worksheets\//i.test(path)))
    throw unreadable(name, 'broken-workbook');
  return { bytes: pack(contents), hidden: new Set() };
}

/** The content of each part by its path, within the limits of a workbook. */
async function unpackEntries(
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
function extractOdsWorkbook(name: string, contents: ReadonlyMap<string, Uint8Array>): ExtractedWorkbook {
  const text = (path: string) => new TextDecoder().decode(contents.get(path));
  if (!text('mimetype').startsWith('application/vnd.oasis.opendocument.spreadsheet'))
    throw unreadable(name, 'broken-workbook');
  if (text('META-INF/manifest.xml').includes('encryption-data')) throw unreadable(name, 'encrypted');
  const content = text('content.xml');
  const fault = odsError(content);
  if (fault === 'too-large') throw tooLarge(name);
  if (fault) throw unreadable(name, 'broken-workbook');
  const saved = new Map([...contents].filter(([path]) => path === 'content.xml' || path === 'styles.xml'));
  // The reader tells this format by its manifest.
  saved.set('META-INF/manifest.xml', new TextEncoder().encode('<manifest:manifest/>'));
  return { bytes: pack(saved), hidden: hiddenTables(content) };
}

function pack(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const saved = CFB.utils.cfb_new({ fileType: 'zip' });
  for (const [path, content] of contents) CFB.utils.cfb_add(saved, `/${path}`, content);
  return new Uint8Array(CFB.write(saved, { type: 'array', fileType: 'zip', compression: false }));
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

/** The reason for not reading the content of an ODS workbook: it declares entities of its own, writes a tag
 *  in a way that no spreadsheet does, or repeats rows and cells beyond the limits. A few bytes could
 *  otherwise stand for millions of cells. */
function odsError(content: string): 'entities' | 'too-large' | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(content)) return 'entities';
  let rows = 1;
  let cells = 0;
  for (const { 0: tag, 1: kind, index } of content.matchAll(ROW_OR_CELL)) {
    // A value may hold the sign that ends a tag.
    const whole = isCut(tag) ? WHOLE_TAG.exec(content.slice(index, index + LONGEST_TAG))?.[0] : tag;
    if (whole === undefined) return 'entities';
    if (kind === 'row') rows = repetition(whole, 'number-rows-repeated');
    else if (isStoredCell(whole, content.startsWith('</', index + whole.length)))
      cells += rows * repetition(whole, 'number-columns-repeated');
    if (cells > MAX_CELLS) return 'too-large';
  }
  return undefined;
}

/** Names of the tables whose style hides them. */
function hiddenTables(content: string): ReadonlySet<string> {
  const hiding = new Set<string>();
  for (const [, attributes = '', body = ''] of content.matchAll(STYLE)) {
    if (/<[\w.-]*:?table-properties\b[^>]*\bdisplay="false"/.test(body))
      hiding.add(attributeOf(attributes, 'name'));
  }
  const names = new Set<string>();
  if (hiding.size === 0) return names;
  for (const [, attributes = ''] of content.matchAll(TABLE)) {
    if (hiding.has(attributeOf(attributes, 'style-name'))) names.add(attributeOf(attributes, 'name'));
  }
  return names;
}

/** Whether the tag ends inside a value. */
function isCut(tag: string): boolean {
  return /["']/.test(tag.replace(/"[^"]*"|'[^']*'/g, ''));
}

/** Whether the reader keeps the cell. One without text or value is not kept, however often it is repeated:
 *  sheets end with a million of them. */
function isStoredCell(tag: string, isEmpty: boolean): boolean {
  return !tag.endsWith('/>') && (!isEmpty || /[\s:](?:[a-z]+-)?value\s*=/.test(tag));
}

/** The largest value of the attributes with this name, whatever their prefix: readers differ in which one
 *  counts. */
function repetition(attributes: string, name: string): number {
  const all = attributes.matchAll(new RegExp(`[\\s:]${name}\\s*=\\s*["']\\s*(\\d+)`, 'g'));
  return Math.max(1, ...[...all].map(([, count]) => Number(count)));
}

function attributeOf(attributes: string, name: string): string {
  const pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  const [, double, single] = pattern.exec(attributes) ?? [];
  return unescapeXml(double ?? single ?? '');
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, word) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (word) return NAMED[word] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
