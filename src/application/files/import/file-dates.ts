import { foldTitle } from '../../../domain/text/strings.ts';
import { fromDayNumber, localDateInParis, toInstant } from '../../../domain/time/calendar.ts';

/** The serial number of 1970-01-01 in a workbook that counts days from the end of 1899. */
const EPOCH_SERIAL = 25_569;
/** Days between the two origins from which workbooks count. */
const DAYS_TO_1904 = 1462;
/** The serial numbers of days from 1954 to 2099. Other numbers in a column of days are years or mistakes. */
const MIN_SERIAL = 20_000;
const MAX_SERIAL = 73_050;
/** Two digits from this number on mean a year of the last century. */
const FIRST_OF_LAST_CENTURY = 70;

const SERIAL = /^\d{5}([.,]\d{1,10})?$/;

const MONTHS = 'janvier,fevrier,mars,avril,mai,juin,juillet,aout,septembre,octobre,novembre,decembre'.split(
  ',',
);
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** No date is longer, with its day of the week and its time. */
const LONGEST_DATE = 60;

/** A day as hands and spreadsheets write it, in the form `YYYY-MM-DD`; undefined for any other text. Whether
 *  the day exists is not checked. A time of day, or the fraction of a serial number, is dropped. */
export function ofWrittenDate(text: string): string | undefined {
  // Most dates have a usual form already and need no further look.
  if (text.length === 10 && (text[4] === '-' || text[2] === '/')) return undefined;
  const days = toSerial(text);
  if (days !== undefined) return fromDayNumber(days - EPOCH_SERIAL);
  if (text.length > LONGEST_DATE) return undefined;
  return ofInstant(text) ?? dateOfTokens(dateTokens(text));
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

/** The day in Paris of an instant in universal time, such as `2026-08-31T22:00:00Z`. */
function ofInstant(text: string): string | undefined {
  if (text[10] !== 'T' || !text.endsWith('Z')) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : localDateInParis(toInstant(new Date(at)));
}

/** `1er septembre 2025` and `2026-09-01T00:00` as their words, without a day of the week before them and a
 *  time behind them. */
function dateTokens(text: string): readonly string[] {
  const texts = foldTitle(text).split('_');
  if (WEEKDAYS.includes(texts[0] ?? '')) texts.shift();
  const [first = '', second = '', third = '', ...rest] = texts;
  const cut = third[2] === 't' ? 2 : third.length;
  const time = [third.slice(cut + 1), ...rest].join('').replace('h', '');
  return time === '' || isNumber(time) ? [first, second, third.slice(0, cut)] : [];
}

function dateOfTokens([first = '', second = '', third = '']: readonly string[]): string | undefined {
  const [day, year] = first.length === 4 ? [third, first] : [first, third];
  const number = toNumber(day.endsWith('er') ? day.slice(0, -2) : day);
  const month = toNumber(second) ?? monthOf(second);
  const whole = yearOf(year);
  if (number === undefined || month === undefined || whole === undefined) return undefined;
  return `${whole}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
}

/** The number of a month from its name or the beginning of it. */
function monthOf(word: string): number | undefined {
  if (word.length < 3) return undefined;
  const found = MONTHS.filter((month) => month.startsWith(word));
  return found.length === 1 ? MONTHS.indexOf(found[0] ?? '') + 1 : undefined;
}

function yearOf(text: string): string | undefined {
  if (!isNumber(text)) return undefined;
  if (text.length === 4) return text;
  if (text.length !== 2) return undefined;
  return `${Number(text) < FIRST_OF_LAST_CENTURY ? '20' : '19'}${text}`;
}

/** A number of one or two digits. */
function toNumber(text: string): number | undefined {
  return text.length <= 2 && isNumber(text) ? Number(text) : undefined;
}

function isNumber(text: string): boolean {
  return text !== '' && [...text].every((sign) => sign >= '0' && sign <= '9');
}
