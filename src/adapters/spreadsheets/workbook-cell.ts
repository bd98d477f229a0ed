import { type CellObject, SSF } from '@e965/xlsx';
import { toPlainNumber } from './plain-number.ts';

/** Error texts by the code that the reader gives them (ECMA-376, 18.17.3). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
};

/** The text of a cell as the same table would have it in CSV: dates `YYYY-MM-DD`, times `6:30`, numbers with a point, `oui`
 *  or `non`. A formula gives its stored value. An error keeps its shown text, such as `#N/A`. */
export function toCellText(cell: CellObject, isFrom1904: boolean): string {
  switch (cell.t) {
    case 'n':
      return toNumberText(Number(cell.v), String(cell.z ?? 'General'), isFrom1904);
    case 'b':
      return cell.v ? 'oui' : 'non';
    case 'e':
      return ERRORS[Number(cell.v)] ?? '#N/A';
    default:
      return String(cell.v ?? '').replace(/\r\n?/g, '\n');
  }
}

function toNumberText(value: number, format: string, isFrom1904: boolean): string {
  if (isDateFormat(format)) {
    // A workbook with the 1904 date system counts its days from that year.
    const date = SSF.parse_date_code(value, { date1904: isFrom1904 });
    if (date?.y) return [date.y, pad(date.m), pad(date.d)].join('-');
  }
  if (isTimeFormat(format) && value >= 0) return toTime(value);
  // The format shows leading zeros, so this is a code.
  if (/^0{2,}$/.test(format)) return String(value).padStart(format.length, '0');
  return toPlainNumber(value);
}

/** Whether the format shows a day. A format of times or durations does not. */
function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return SSF.is_date(format) && /[dy]/i.test(bare);
}

/** Whether the format shows a time or a duration and no day. */
function isTimeFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\./g, '');
  return SSF.is_date(format) && /h/i.test(bare) && !/[dy]/i.test(bare);
}

/** A fraction of a day in hours and minutes: `6:30`. */
function toTime(days: number): string {
  const minutes = Math.round(days * 1440);
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}`;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
