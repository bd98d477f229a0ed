import { DomainError } from '../../../domain/errors.ts';
import { normalizeEmail } from '../../../domain/person/mail-address.ts';
import { composed } from '../../../domain/text/strings.ts';
import { type LocalDate, type Period, parseLocalDate } from '../../../domain/time/calendar.ts';
import { parseUai, type Uai } from '../../../domain/uai.ts';
import type { ValidationError } from './entry.ts';
import { ofWrittenDate } from './file-dates.ts';

/** Returns the text of a cell by the name of its column, trimmed and composed (NFC). It is empty if there
 *  is none. Each reader below throws a LineError for a cell that it cannot accept. */
export type Cells = (column: string) => string;

/** The text in lower case, without accents, with words joined by `_`. Column names and listed values are
 *  compared in this form. */
export function comparableText(text: string): string {
  const bare = composed(text.trim()).normalize('NFD').replace(/\p{M}/gu, '');
  return bare.toLowerCase().replace(/[\s_-]+/g, '_');
}

/** The most spellings that are remembered for each column. */
const MOST_WRITTEN = 1000;

/** The words allowed in a column, with their values. */
export interface ColumnTerms<Value> {
  /** The value of a word in any spelling; undefined if the word is not allowed. */
  readonly valueOf: (word: string) => Value | undefined;
  /** The allowed words in the spelling of the files. */
  readonly allowed: string;
  /** The allowed words that resemble another one; empty if none does, or all do. */
  readonly near: (word: string) => readonly string[];
}

type Entries<Value> = readonly (readonly [word: string, value: Value])[];

/** Makes the words of a column: those of the files, and others that hands write for them. */
export function makeColumnTerms<Value>(
  entries: Entries<Value>,
  others: Entries<Value> = [],
): ColumnTerms<Value> {
  const foldWord = (word: string) => comparableText(word.replace(/['’]/g, ' '));
  const values = new Map([...others, ...entries].map(([word, value]) => [foldWord(word), value]));
  // A file usually writes a word in the same way thousands of times.
  const written = new Map<string, Value | undefined>();
  return {
    valueOf: (word) => {
      if (written.has(word)) return written.get(word);
      if (written.size >= MOST_WRITTEN) written.clear();
      const value = values.get(foldWord(word));
      written.set(word, value);
      return value;
    },
    allowed: entries.map(([word]) => word).join(', '),
    near: (word) => nearest(foldWord(word.slice(0, KEY_CHARS)).split('_'), entries),
  };
}

/** The words that have in common with these pieces the one that the fewest words have. */
function nearest(pieces: readonly string[], entries: Entries<unknown>): readonly string[] {
  const withPiece = (piece: string) =>
    entries.flatMap(([word]) => (comparableText(word).split('_').includes(piece) ? [word] : []));
  const found = pieces.map(withPiece).filter(({ length }) => length > 0 && length < entries.length);
  return found.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

/** The text of a cell, or undefined if it is empty. */
export function readText(cells: Cells, column: string): string | undefined {
  return cells(column) || undefined;
}

/** The most characters of a text by which records are found: PostgreSQL takes at most 2,704 bytes into an index. */
const KEY_CHARS = 200;

/** The text of a cell, which has at most `most` characters. */
export function readShort(cells: Cells, column: string, most = KEY_CHARS): string {
  const text = cells(column);
  if (text.length > most) throw new LineError({ code: 'too-long', column, params: { most } });
  return text;
}

/** An address in the form in which addresses are compared. */
export function readEmail(cells: Cells, column: string): string {
  const email = normalizeEmail(cells(column));
  if (email === undefined) throw new LineError({ code: 'invalid-email', column });
  return email;
}

export function readUai(cells: Cells, column: string): Uai {
  return orError(() => parseUai(cells(column)), 'invalid-uai', column);
}

/** A day in any form that spreadsheets write (file-dates.ts). */
export function readDate(cells: Cells, column: string): LocalDate {
  const text = cells(column);
  return orError(() => parseLocalDate(ofWrittenDate(text) ?? text), 'invalid-date', column);
}

/** The period of columns `debut` and `fin`; an empty `fin` leaves it open. */
export function readPeriod(cells: Cells): Period {
  const from = readDate(cells, 'debut');
  if (cells('fin') === '') return { from };
  const to = readDate(cells, 'fin');
  if (to < from)
    throw new LineError({ code: 'ends-before-start', column: 'fin', params: { start: from, end: to } });
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
  if (hours === undefined) throw new LineError({ code: 'invalid-number', column });
  return Math.round((Number(hours) + Number(minutes) / 60) * 100) / 100;
}

/** A cell that must contain one of the listed words. */
export function readListedTerm<Value>(cells: Cells, column: string, texts: ColumnTerms<Value>): Value {
  return oneOf(cells(column), column, texts);
}

/** The listed words in a cell, separated by `|`, without repetition. Hands also separate them by a space, a slash
 *  or « et »: an item that is no word, but consists of words, is read as all of them. */
export function readListedTerms<Value>(
  cells: Cells,
  column: string,
  texts: ColumnTerms<Value>,
): readonly Value[] {
  const items = readItems(cells, column);
  if (items.length === 0) return [];
  return [...new Set(items.flatMap((item) => termsWithin(item, texts) ?? oneOf(item, column, texts)))];
}

/** The signs that hands put between the words of a list. */
const BETWEEN = ['/', '+', '&', '\n', ' et ', ' '];

function termsWithin<Value>(item: string, texts: ColumnTerms<Value>): readonly Value[] | undefined {
  if (texts.valueOf(item) !== undefined || item.length > KEY_CHARS) return undefined;
  const pieces = BETWEEN.reduce((rest, sign) => rest.replaceAll(sign, '|'), item).split('|');
  const values = pieces.filter(Boolean).map(texts.valueOf);
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** The texts in a cell, separated by `|`, without repetition. */
export function readItems(cells: Cells, column: string): readonly string[] {
  const text = cells(column);
  if (text === '') return [];
  const items = text.split('|');
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))];
}

function oneOf<Value>(text: string, column: string, texts: ColumnTerms<Value>): Value {
  const value = texts.valueOf(text);
  if (value !== undefined) return value;
  const { allowed, near } = texts;
  const params = { item: text, allowed, near: near(text).join(', ') };
  throw new LineError({ code: 'invalid-value', column, params });
}

function orError<Value>(read: () => Value, code: 'invalid-uai' | 'invalid-date', column: string): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError && error.code === code) throw new LineError({ code, column });
    throw error;
  }
}

/** Thrown at the first fault while a line is read. The import always catches it. */
export class LineError extends Error {
  override readonly name = 'LineFault';
  readonly fault: ValidationError;
  constructor(fault: ValidationError) {
    super(fault.code);
    this.fault = fault;
  }
}
