/** A French CSV file: semicolons, CRLF, quotes where a cell needs them. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(toCell).join(';')}\r\n`).join('');
}

/** `2026-11-24` → `24/11/2026`; an absent date gives an empty text. */
export function toFrenchDate(date: string | undefined): string {
  return date === undefined ? '' : date.split('-').reverse().join('/');
}

function toCell(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
