import { DomainError } from '../../domain/errors.ts';
import { containsNumen } from '../../domain/numen.ts';
import type { Table, TableWriters } from '../export/table.ts';
import type { OpenSheets, Sheet } from '../import/sheet.ts';
import type { SentFile } from './sent-file.ts';

/** Nobody's: of the shape of a NUMEN, so that the line that holds it is refused as before. Put together here, so that
 *  nothing that looks like one stands in any file of the project. */
const NOBODYS = ['00X', '0'.repeat(7), 'XXX'].join('');
/** Between ASCII signs: bytes are looked at, whatever their encoding. */
const NUMEN_BYTES = /(?<![\dA-Za-z])\d{2}[A-Za-z]\d{7}[A-Za-z]{3}(?![\dA-Za-z])/g;
const ZIP_START = 0x50;

interface Needs {
  readonly openSheets: OpenSheets;
  readonly tableWriters: TableWriters;
}

/** The file with every NUMEN replaced by nobody's, each line at its place. A workbook that holds one is written anew. */
export async function blankNumens(needs: Needs, { name, bytes }: SentFile): Promise<Uint8Array> {
  if (bytes[0] !== ZIP_START || bytes[1] !== 0x4b) return blankBytes(bytes);
  const sheets = await openOrNone(needs, { name, bytes });
  const tables: Table[] = [];
  let found = false;
  for (const sheet of sheets) {
    const { table, blanked } = await blankSheet(sheet);
    tables.push(table);
    found ||= blanked;
  }
  return found ? needs.tableWriters.xlsx('fr')(tables) : bytes;
}

function blankBytes(bytes: Uint8Array): Uint8Array {
  const blanked = Uint8Array.from(bytes);
  // ASCII is the same byte in every encoding that is read; other bytes become a sign that no NUMEN has.
  const text = new TextDecoder('ascii').decode(bytes);
  for (const { index } of text.matchAll(NUMEN_BYTES)) {
    blanked.set(new TextEncoder().encode(NOBODYS), index);
  }
  return blanked;
}

/** What cannot be opened is refused by the import itself. */
async function openOrNone({ openSheets }: Needs, { name, bytes }: SentFile): Promise<readonly Sheet[]> {
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
  let blanked = sheet.header.cells.some(containsNumen);
  const rows: (readonly string[])[] = [];
  for await (const row of sheet.rows()) {
    const cells = row.kind === 'cells' ? row.cells : [row.text];
    blanked ||= cells.some(containsNumen);
    // Blank lines are not read: they are put back, so that a line keeps its number.
    while (rows.length < row.line - sheet.header.line - 1) rows.push([]);
    rows.push(cells.map(blank));
  }
  const columns = sheet.header.cells.map((cell, at) => ({
    key: `${at}`,
    title: blank(cell),
    kind: 'text' as const,
  }));
  return { table: { name: sheet.name ?? 'Table', columns, rows }, blanked };
}
