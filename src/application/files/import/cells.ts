import { composed } from '../../../domain/composed.ts';
import { DomainError } from '../../../domain/errors.ts';
import { fromDayNumber, type LocalDate, type Period, parseLocalDate } from '../../../domain/time/time.ts';
import { parseUai, type Uai } from '../../../domain/uai.ts';
import type { Fault } from './entry.ts';

/** Returns the text of a cell by the name of its column, trimmed and composed (NFC). It is empty where there
 *  is none. Each reader below throws a LineFault for a cell that it cannot accept. */
export type Cells = (column: string) => string;

/** The text in lower case, without accents, with words joined by `_`. Column names and listed values are
 *  compared in this form. */
export function fold(text: string): string {
  const bare = composed(text.trim()).normalize('NFD').replace(/\p{M}/gu, '');
  return bare.toLowerCase().replace(/[\s_-]+/g, '_');
}

/** The most spellings that are remembered for each column. */
const MOST_WRITTEN = 1000;

/** The words allowed in a column, with their values. */
export interface Words<Value> {
  /** The value of a word in any spelling; undefined where the word is not allowed. */
  readonly valueOf: (word: string) => Value | undefined;
  /** The allowed words in the spelling of the files. */
  readonly allowed: string;
}

export function makeWords<Value>(entries: readonly (readonly [word: string, value: Value])[]): Words<Value> {
  const values = new Map(entries.map(([word, value]) => [fold(word), value]));
  // A file usually writes a word in the same way thousands of times.
  const written = new Map<string, Value | undefined>();
  return {
    valueOf: (word) => {
      if (written.has(word)) return written.get(word);
      if (written.size >= MOST_WRITTEN) written.clear();
      const value = values.get(fold(word));
      written.set(word, value);
      return value;
    },
    allowed: entries.map(([word]) => word).join(', '),
  };
}

/** The text of a cell, or undefined where it is empty. */
export function readText(cells: Cells, column: string): string | undefined {
  return cells(column) || undefined;
}

/** The most characters of a text by which records are found: PostgreSQL takes at most 2,704 bytes into an index. */
const KEY_CHARS = 200;

/** The text of a cell, which has at most `most` characters. */
export function readShort(cells: Cells, column: string, most = KEY_CHARS): string {
  const text = cells(column);
  if (text.length > most) throw new LineFault({ code: 'too-long', column, params: { most } });
  return text;
}

const EMAIL = /^[^\s@"<>,;]+@[^\s@"<>,;]+\.[^\s@"<>,;.]+$/;
/** RFC 5321, 4.5.3.1.3: a path holds at most 256 characters, including its two brackets. */
const MAX_EMAIL_CHARS = 254;

/** An address in lower case. */
export function readEmail(cells: Cells, column: string): string {
  const email = cells(column).toLowerCase();
  if (email.length > MAX_EMAIL_CHARS || !EMAIL.test(email))
    throw new LineFault({ code: 'invalid-email', column });
  return email;
}

export function readUai(cells: Cells, column: string): Uai {
  return orFault(() => parseUai(cells(column)), 'invalid-uai', column);
}

/** A day in any form that spreadsheets write (file-dates.ts). */
export function readDate(cells: Cells, column: string): LocalDate {
  const text = cells(column);
  return orFault(() => parseLocalDate(ofShortDate(text) ?? text), 'invalid-date', column);
}

/** The period of columns `debut` and `fin`; an empty `fin` leaves it open. */
export function readPeriod(cells: Cells): Period {
  const from = readDate(cells, 'debut');
  if (cells('fin') === '') return { from };
  const to = readDate(cells, 'fin');
  if (to < from)
    throw new LineFault({ code: 'ends-before-start', column: 'fin', params: { start: from, end: to } });
  return { from, to };
}

const NUMBER = /^\d{1,6}([.,]\d{1,6})?$/;
/** « 6 h » or « 1,5 heure ». */
const WITH_UNIT = /^(\d{1,6}(?:[.,]\d{1,6})?)\s*h(?:eures?)?$/i;
/** « 6 h 30 », or a time that a spreadsheet shows as `6:30`. */
const WITH_MINUTES = /^(\d{1,4})(?:\s*h\s*|:)([0-5]?\d)(?:\s*min|:00)?$/i;

/** A number of hours ≥ 0, with a decimal point or comma, alone or with its unit. */
export function readHours(cells: Cells, column: string): number {
  const text = cells(column);
  const number = NUMBER.test(text) ? text : WITH_UNIT.exec(text)?.[1];
  if (number !== undefined) return Number(number.replace(',', '.'));
  const [, hours, minutes] = WITH_MINUTES.exec(text) ?? [];
  if (hours === undefined) throw new LineFault({ code: 'invalid-number', column });
  return Math.round((Number(hours) + Number(minutes) / 60) * 100) / 100;
}

/** A cell that must contain one of the listed words. */
export function readWord<Value>(cells: Cells, column: string, words: Words<Value>): Value {
  return oneOf(cells(column), column, words);
}

/** The listed words in a cell, separated by `|`, without repetition. */
export function readWords<Value>(cells: Cells, column: string, words: Words<Value>): readonly Value[] {
  const items = readItems(cells, column);
  return items.length === 0 ? [] : [...new Set(items.map((item) => oneOf(item, column, words)))];
}

/** The texts in a cell, separated by `|`, without repetition. */
export function readItems(cells: Cells, column: string): readonly string[] {
  const text = cells(column);
  if (text === '') return [];
  const items = text.split('|');
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))];
}

function oneOf<Value>(text: string, column: string, words: Words<Value>): Value {
  const value = words.valueOf(text);
  if (value !== undefined) return value;
  throw new LineFault({ code: 'invalid-value', column, params: { item: text, allowed: words.allowed } });
}

function orFault<Value>(read: () => Value, code: 'invalid-uai' | 'invalid-date', column: string): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError && error.code === code) throw new LineFault({ code, column });
    throw error;
  }
}

/** Thrown at the first fault while a line is read. The import always catches it. */
export class LineFault extends Error {
  override readonly name = 'LineFault';
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

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
function ofShortDate(text: string): string | undefined {
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
