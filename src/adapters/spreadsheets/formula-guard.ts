/** A text that a spreadsheet would read as a formula, after the quotes that guard it: the list of
 *  csv-stringify. */
const GUARDED = /^'+[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;

/** Adds one quote to a text that already looks guarded, so that `unguardFormula` gives back the same text. */
export function guardGuarded(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** The text of a cell without the quote that keeps a spreadsheet from computing it. */
export function unguardFormula(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
