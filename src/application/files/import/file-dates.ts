import { fromDayNumber } from '../../../domain/time/time.ts';

/** The serial number of 1970-01-01 in a workbook that counts days from the end of 1899. */
const EPOCH_SERIAL = 25_569;
/** Days between the two origins from which workbooks count. */
const DAYS_TO_1904 = 1462;
/** The serial numbers of days from 1954 to 2099. Other numbers in a column of days are years or mistakes. */
const MIN_SERIAL = 20_000;
const MAX_SERIAL = 73_050;
/** Two digits from this number on mean a year of the last century. */
const FIRST_OF_LAST_CENTURY = 70;

const SHORT = /^(\d{2}\/\d{2}\/)(\d{2})$/;
const SERIAL = /^\d{5}([.,]\d{1,10})?$/;

/** `01/09/26` or the serial number of a day, in the usual form; undefined for any other text. A time of day,
 *  which is the fraction of a serial number, is dropped. */
export function ofShortDate(text: string): string | undefined {
  // Most dates have a usual form already and need no further look.
  if (text[4] === '-' || (text.length === 10 && text[2] === '/')) return undefined;
  const [, dayAndMonth, year] = SHORT.exec(text) ?? [];
  if (dayAndMonth !== undefined)
    return `${dayAndMonth}${Number(year) < FIRST_OF_LAST_CENTURY ? '20' : '19'}${year}`;
  const days = toSerial(text);
  return days === undefined ? undefined : fromDayNumber(days - EPOCH_SERIAL);
}

/** The serial number of a workbook that counts from 1904, converted to the usual origin; any other text is
 *  unchanged. */
export function countFrom1900(text: string): string {
  if (!/^\d{4,5}([.,]\d{1,10})?$/.test(text)) return text;
  const serial = Math.floor(Number(text.replace(',', '.'))) + DAYS_TO_1904;
  return serial < MIN_SERIAL ? text : String(serial);
}

function toSerial(text: string): number | undefined {
  if (!SERIAL.test(text)) return undefined;
  const serial = Math.floor(Number(text.replace(',', '.')));
  return serial >= MIN_SERIAL && serial <= MAX_SERIAL ? serial : undefined;
}
