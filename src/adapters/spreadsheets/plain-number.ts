/** Spreadsheets keep 15 digits; what a computation left beyond them is noise. */
const DIGITS = 15;
const DECIMALS = 10;

/** A number in digits with a point, never with an exponent below zero. */
export function toPlainNumber(value: number): string {
  const text = String(Number(value.toPrecision(DIGITS)));
  return text.includes('e-') ? value.toFixed(DECIMALS).replace(/\.?0+$/, '') : text;
}
