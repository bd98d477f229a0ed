/** Spreadsheets keep 15 digits; further digits are rounding errors of a computation. */
const DIGITS = 15;
const DECIMALS = 10;

/** The number in digits with a decimal point, without a negative exponent. */
export function toPlainNumber(value: number): string {
  const text = String(Number(value.toPrecision(DIGITS)));
  return text.includes('e-') ? value.toFixed(DECIMALS).replace(/\.?0+$/, '') : text;
}
