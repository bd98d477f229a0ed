import { countFrom1900 } from './file-dates.ts';
import type { FileKind } from './file-kind.ts';
import type { WorkbookTraits } from './sheet.ts';

interface Settling {
  readonly kind: FileKind;
  readonly columns: ReadonlyMap<string, number>;
  /** Present where the cells come from a workbook. */
  readonly workbook?: WorkbookTraits;
}

/** Makes the function that rewrites the cells of a row into the form that the readers of cells.ts expect. A
 *  list without `|` may be separated by `,` or `;`, but only in a quoted cell or in a workbook. In any other
 *  cell, such a character may be a mistake. */
export function makeSettling({
  kind,
  columns,
  workbook,
}: Settling): (cells: string[], quoted: readonly number[] | undefined) => void {
  const placesOf = (names: readonly string[] = []) => names.flatMap((name) => columns.get(name) ?? []);
  const lists = placesOf(kind.lists);
  const dates = workbook?.countsFrom1904 ? placesOf(kind.dates) : [];
  return (cells, quoted) => {
    for (const at of lists) {
      const text = cells[at];
      if (text === undefined || !(workbook || quoted?.includes(at)) || text.includes('|')) continue;
      cells[at] = text.replace(/[,;]/g, '|');
    }
    for (const at of dates) cells[at] = countFrom1900(cells[at]?.trim() ?? '');
  };
}
