import { DomainError } from '../../../domain/errors.ts';
import { containsNumen, replaceNumens } from '../../../domain/numen.ts';
import type { Table, TableWriters } from '../export/table.ts';
import type { OpenSheets, Sheet } from '../import/sheet.ts';
import type { SentFile } from './sent-file.ts';

/** A text with the shape of a NUMEN that belongs to no agent, so that its line is still refused. It is
 *  assembled here, so that no file of the project contains such a text. */
const NOBODYS = ['00X', '0'.repeat(7), 'XXX'].join('');
const ZIP_START = 0x50;

interface Needs {
  readonly openSheets: OpenSheets;
  readonly tableWriters: TableWriters;
}

/** The file with every NUMEN replaced by a neutral one; each line keeps its place. A workbook with a NUMEN is
 *  written again. */
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

/** Replaces character by character, so that every byte keeps its place. Text that is not UTF-8 is read as one
 *  character a byte. */
function blankBytes(bytes: Uint8Array): Uint8Array {
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

/** Spaces, dots and hyphens inside the NUMEN are kept. */
function toNobodys(written: string): string {
  let at = 0;
  return written.replace(/[a-z\d]/gi, () => {
    at += 1;
    return NOBODYS[at - 1] ?? '';
  });
}

/** A file that cannot be opened is refused later, by the import. */
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
    // Reading skips blank lines. They are added again, so that each line keeps its number.
    while (rows.length < row.line - sheet.header.line - 1) rows.push([]);
    rows.push(cells.map(blank));
  }
  const columns = sheet.header.cells.map((cell, at) => ({
    key: `${at}`,
    title: blank(cell),
    kind: 'text' as const,
  }));
  const { name = 'Table', hidden } = sheet;
  return { table: { name, columns, rows, ...(hidden && { hidden }) }, blanked };
}
