import { DomainError } from '../../../domain/errors.ts';
import { containsNumen, maskNumen, replaceNumens } from '../../../domain/person/numen.ts';
import type { Table, TableWriters } from '../export/table.ts';
import type { OpenSheets, Sheet } from '../import/sheet.ts';
import { decodeUtf16, encodeUtf16, utf16Of } from '../utf16.ts';

/** A text with the shape of a NUMEN that belongs to no one, so that its line is still refused. It is
 *  assembled here, so that no file of the project contains such a text. */
const NOBODYS = ['00X', '0'.repeat(7), 'XXX'].join('');
const ZIP_START = 0x50;

interface FileTools {
  readonly openSheets: OpenSheets;
  readonly tableWriters: TableWriters;
}

/** The file with every NUMEN replaced by a neutral one. Lines keep their places. A workbook is rewritten only
 *  if it contains a NUMEN. Throws `unreadable-file` where it takes too long. */
export type BlankNumens = (file: SentFile) => Promise<Uint8Array>;

export const blankNumens =
  (tools: FileTools): BlankNumens =>
  async ({ name, bytes }) => {
    if (bytes[0] !== ZIP_START || bytes[1] !== 0x4b) return blankBytes(bytes);
    const sheets = await openOrNone(tools, { name, bytes });
    const tables: Table[] = [];
    let found = false;
    for (const sheet of sheets) {
      const { table, blanked } = await blankSheet(sheet);
      tables.push(table);
      found ||= blanked;
    }
    return found ? tools.tableWriters.xlsx('fr')(tables) : bytes;
  };

/** Replaces character by character, so that every byte keeps its place. Text that is neither UTF-8 nor UTF-16
 *  is read with one character for each byte. */
function blankBytes(bytes: Uint8Array): Uint8Array {
  const utf16 = utf16Of(bytes);
  if (utf16) {
    const text = decodeUtf16(utf16, { ignoreBOM: true }).decode(bytes);
    const blanked = replaceNumens(text, toNobodys);
    return blanked === text ? bytes : encodeUtf16(blanked, utf16);
  }
  const utf8 = decodeUtf8(bytes);
  const text = utf8 ?? new TextDecoder('windows-1252').decode(bytes);
  const blanked = replaceNumens(text, toNobodys);
  if (blanked === text) return bytes;
  if (utf8 !== undefined) return new TextEncoder().encode(blanked);
  const changed = Uint8Array.from(bytes);
  for (let at = 0; at < text.length; at += 1) {
    if (blanked[at] !== text[at]) changed[at] = blanked.charCodeAt(at);
  }
  return changed;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The neutral number, with the spaces, dots and hyphens of the NUMEN. */
function toNobodys(written: string): string {
  let at = 0;
  return written.replace(/[a-z\d]/gi, () => {
    at += 1;
    return NOBODYS[at - 1] ?? '';
  });
}

/** The sheets of the file; none if it cannot be opened. The import will refuse it later. */
async function openOrNone({ openSheets }: FileTools, { name, bytes }: SentFile): Promise<readonly Sheet[]> {
  const open = async function* () {
    yield bytes;
  };
  try {
    return await openSheets({ name, sizeBytes: bytes.length, open });
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

async function blankSheet(sheet: Sheet): Promise<{ readonly table: Table; readonly blanked: boolean }> {
  const blank = (cell: string) => (containsNumen(cell) ? NOBODYS : cell);
  const [first] = sheet.top;
  const rows: (readonly string[])[] = [];
  let blanked = false;
  const add = (line: number, cells: readonly string[]) => {
    blanked ||= cells.some(containsNumen);
    // Reading skips blank lines. They are inserted again, so that each line keeps its number.
    while (rows.length < line - 1) rows.push([]);
    rows.push(cells.map(blank));
  };
  if (first) {
    add(first.line, first.cells);
    for await (const row of sheet.rows(first)) add(row.line, row.kind === 'cells' ? row.cells : [row.text]);
  }
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const [titles = [], ...below] = rows;
  const columns = Array.from({ length: width }, (_, at) => ({
    key: `${at}`,
    title: titles[at] ?? '',
    kind: 'text' as const,
  }));
  const { hidden } = sheet;
  const name = maskNumen(sheet.name ?? 'Table');
  blanked ||= sheet.name !== undefined && name !== sheet.name;
  return { table: { name, columns, rows: below, ...(hidden && { hidden }) }, blanked };
}

/** A file as a browser sends it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
