import { type CellObject, CFB, utils, type WorkBook, write } from '@e965/xlsx';

/** A cell as a test writes it: a value, or a cell of the library. */
type Cell = string | number | boolean | null | CellObject;
export type Rows = readonly (readonly Cell[])[];

/** An XLSX file of these sheets, written by our library. People's own files come from other programs. */
export function toXlsx(sheets: Readonly<Record<string, Rows>>, over: Partial<WorkBook> = {}): Uint8Array {
  const workbook = Object.assign(utils.book_new(), over);
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]) as unknown[][]);
    utils.book_append_sheet(workbook, sheet, name);
  }
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx', compression: true }));
}

/** The file with one of its parts replaced. */
export function replacePart(
  bytes: Uint8Array,
  path: string,
  replace: (text: string) => string | Uint8Array,
): Uint8Array {
  const parts = CFB.read(bytes, { type: 'array' });
  const part = CFB.find(parts, path);
  const replaced = replace(new TextDecoder().decode(Uint8Array.from(part.content)));
  part.content = typeof replaced === 'string' ? new TextEncoder().encode(replaced) : replaced;
  part.size = part.content.length;
  return new Uint8Array(CFB.write(parts, { type: 'array', fileType: 'zip', compression: true }));
}
