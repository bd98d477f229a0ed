import type { ImportSource, OpenSheets, Sheet } from '../../application/files/import/sheet.ts';
import { DomainError } from '../../domain/errors.ts';
import { type CsvHead, openCsv, readCsvHead } from './csv-reader.ts';
import { unreadable } from './workbook-parts.ts';
import { type JoinPieces, openWorkbook, readWhole } from './workbook-reader.ts';
import { WORKBOOK_LIMITS } from './xlsx-library.ts';

/** The largest table that is read as a whole. */
const MAX_TABLE_BYTES = 67_108_864;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The first bytes of an XLS file, and of an XLSX file with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
/** The name of the stream that holds a locked workbook, written in UTF-16 in the container's directory. */
const LOCKED = 'EncryptedPackage';
/** The directory of a compound file may stand anywhere; only these first bytes are searched for it. */
const MAX_SOUGHT_BYTES = 16_777_216;

/** Opens a CSV file or an XLSX workbook. The first bytes decide between them, not the file's name. */
export const openSpreadsheet: OpenSheets = async (source): Promise<readonly Sheet[]> => {
  if (beginsWith(await readStart(source), ZIP)) return openWorkbook(source);
  return [await asTable(source, openCsv)];
};

/** What is known of a file that is no workbook before its rows are cut. Throws `unreadable-file`. */
export function readTableHead(source: ImportSource): Promise<CsvHead> {
  return asTable(source, readCsvHead);
}

/** Reads the file as CSV, unless it is a workbook in a form that is not read. */
async function asTable<Read extends Pick<Sheet, 'top'>>(
  source: ImportSource,
  read: (source: ImportSource) => Promise<Read>,
): Promise<Read> {
  const { name } = source;
  if (beginsWith(await readStart(source), COMPOUND_FILE))
    throw unreadable(name, (await isLocked(source)) ? 'encrypted' : 'xls');
  return /\.xlsx$/i.test(name) ? readMisnamed(source, read) : read(source);
}

/** The bytes of a workbook within the size limit; undefined for any other file. */
export async function readWorkbook(source: ImportSource, join?: JoinPieces): Promise<Uint8Array | undefined> {
  if ((source.sizeBytes ?? 0) > WORKBOOK_LIMITS.bytes) return undefined;
  if (!beginsWith(await readStart(source), ZIP)) return undefined;
  return readWhole(source, WORKBOOK_LIMITS.bytes, join);
}

/** The bytes of any file but a workbook. Throws `unreadable-file` where they are too many for a table, or
 *  where a workbook is. */
export function readTable(source: ImportSource, join?: JoinPieces): Promise<Uint8Array> {
  return readWhole(source, MAX_TABLE_BYTES, join);
}

function beginsWith(start: readonly number[], signature: readonly number[]): boolean {
  return signature.every((byte, at) => start[at] === byte);
}

/** Reads a CSV file whose name is that of a workbook. A file with fewer than two columns is taken for a
 *  damaged workbook. */
async function readMisnamed<Read extends Pick<Sheet, 'top'>>(
  source: ImportSource,
  read: (source: ImportSource) => Promise<Read>,
): Promise<Read> {
  try {
    const table = await read(source);
    if (table.top.some(({ cells }) => cells.length > 1)) return table;
  } catch (error) {
    if (!(error instanceof DomainError) || error.params['reason'] !== 'not-text') throw error;
  }
  throw unreadable(source.name, 'broken-workbook');
}

async function readStart(source: ImportSource): Promise<readonly number[]> {
  const start: number[] = [];
  for await (const bytes of source.open()) {
    start.push(...bytes.subarray(0, ZIP.length));
    if (start.length >= ZIP.length) break;
  }
  return start;
}

async function isLocked(source: ImportSource): Promise<boolean> {
  const decoder = new TextDecoder('windows-1252');
  const sought = [...LOCKED].join('\0');
  let saved = '';
  let length = 0;
  for await (const bytes of source.open()) {
    const text = saved + decoder.decode(bytes, { stream: true });
    if (text.includes(sought)) return true;
    saved = text.slice(-sought.length);
    length += bytes.length;
    if (length > MAX_SOUGHT_BYTES) return false;
  }
  return false;
}
