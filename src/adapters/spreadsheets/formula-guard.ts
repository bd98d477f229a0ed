/** What a spreadsheet takes for the start of a formula, behind quotes that guard it: the list of csv-stringify. */
const GUARDED = /^'+[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;

/** A text that looks guarded as it is gets one quote more, so that what `unguardFormula` gives back is the text. */
export function guardGuarded(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** The text of a cell without the quote that keeps a spreadsheet from computing it. */
export function unguardFormula(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
