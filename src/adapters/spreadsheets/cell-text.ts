/** Spreadsheets keep 15 digits; further digits are rounding errors of a computation. */
const DIGITS = 15;
const DECIMALS = 10;

/** The number in digits with a decimal point, without a negative exponent. */
export function toPlainNumber(value: number): string {
  const text = String(Number(value.toPrecision(DIGITS)));
  return text.includes('e-') ? value.toFixed(DECIMALS).replace(/\.?0+$/, '') : text;
}

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
