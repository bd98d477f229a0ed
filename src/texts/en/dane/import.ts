import type { templateTexts as french, ImportTexts } from '../../fr/dane/import.ts';
import { toDay } from '../grammar/day.ts';
import { importNotices } from './import-notices.ts';

export const templateTexts: typeof french = {
  column: 'Column',
  required: 'Required',
  example: 'Example',
  yes: 'yes',
  no: 'no',
};

const FILES: Readonly<Record<string, string>> = {
  establishments: 'schools',
  people: 'people',
  events: 'events',
  authorisations: 'authorisations',
  engagements: 'engagements',
  attendances: 'attendances',
  reviews: 'progress reviews',
  contributions: 'contributions',
};

const UNREADABLE: Readonly<Record<string, string>> = {
  empty: 'The file is empty.',
  missing: 'The file does not exist.',
  xls: 'The file is a workbook of the former Excel format (.xls), which is not read.',
  'too-slow': 'The file takes too long to read, or is too complicated.',
  incomplete: 'The file was not kept as a whole.',
  encrypted: 'The workbook is locked by a password.',
  'broken-workbook': 'The file is not an Excel (.xlsx) or LibreOffice (.ods) workbook, or it is damaged.',
};

const UNREADABLE_FIXES: Readonly<Record<string, string>> = {
  missing: 'Check the path of the file.',
  incomplete: 'Send the file again.',
  encrypted: 'Take the password off in the spreadsheet, then import the workbook again.',
};

function tooLarge({
  limitMegabytes,
  limitUnpackedMegabytes,
  limitRows,
}: Readonly<Record<string, string | number>>): string {
  const rows = Number(limitRows).toLocaleString('en');
  return `The workbook is too large: it may weigh ${limitMegabytes} MB (${limitUnpackedMegabytes} MB once unpacked) and have ${rows} lines.`;
}

/** Where a decision can be changed, and by whom. */
const ON_SCREEN =
  'the person declares in their space an engagement with these dates or missions, and their principal confirms it; the principal may also decide again on the page of confirmations.';

const rejections: ImportTexts['refusals'] = {
  'missing-value': {
    reason: ({ column }) => `Column “${column}” is empty although it is required.`,
    fix: ({ column }) => `Fill in column “${column}”.`,
  },
  'invalid-uai': {
    reason: ({ value }) => `“${value}” is not a UAI: seven digits and the check letter that belongs to them.`,
    fix: () => 'Copy the UAI from the national directory of schools, for instance 0210001M.',
  },
  'invalid-date': {
    reason: ({ value }) => `The date “${value}” does not exist or is not written as expected.`,
    fix: () => 'Write the date as 2026-02-28 or 28/02/2026.',
  },
  'invalid-number': {
    reason: ({ value }) => `“${value}” is not a number of 0 or more.`,
    fix: () => 'Write a number of hours, for instance 6 or 1.5.',
  },
  'invalid-value': {
    reason: ({ item, column }) => `“${item}” is not a value of column “${column}”.`,
    fix: ({ allowed, near }) =>
      near ? `Write: ${near}. The whole list: ${allowed}.` : `Choose one of: ${allowed}.`,
  },
  'too-long': {
    reason: ({ column, most }) => `Column “${column}” has more than ${most} characters.`,
    fix: () => 'Shorten this text.',
  },
  'invalid-email': {
    reason: ({ value }) => `“${value}” is not an e-mail address.`,
    fix: () => 'Write a single address, for instance given.name@ac-academie.fr.',
  },
  'ends-before-start': {
    reason: ({ start = '', end = '' }) =>
      `The end (${toDay(end) ?? end}) comes before the start (${toDay(start) ?? start}).`,
    fix: () => 'Correct one of the two dates, or leave the end empty if the period goes on.',
  },
  'unknown-email': {
    reason: ({ value }) =>
      `The address “${value}” is known neither in the database nor in the imported files.`,
    fix: () => 'Correct the address, or add the person to the file of people.',
  },
  'unknown-establishment': {
    reason: ({ value }) =>
      `The school “${value}” is known neither in the database nor in the imported files.`,
    fix: () => 'Correct the UAI, or add the school to the file of schools.',
  },
  'closed-establishment': {
    reason: ({ value, on, successor }) =>
      `The school “${value}” has closed: its last day is ${on}.${successor ? ` The school ${successor} took over.` : ''}`,
    fix: () => 'Correct the UAI or the days, or take the closure of the school back.',
  },
  'unknown-event': {
    reason: ({ value }) => `The event “${value}” is known neither in the database nor in the imported files.`,
    fix: () => 'Correct the code, or add the event to the file of events.',
  },
  'numen-refused': {
    reason: () => 'The line holds a NUMEN. It was not read.',
    fix: () => 'Remove the NUMEN from the file: the service has no use for it and must not receive it.',
  },
  'already-decided': {
    reason: ({ date, author, column }) =>
      column === 'confirmation'
        ? `The confirmation was decided in the service on ${date} by ${author}. An import does not change it.`
        : `This engagement was decided in the service on ${date} by ${author}. An import may bring its end forward; column “${column}” says something else than the decision.`,
    fix: ({ column }) =>
      `Put back in the file what the export says in “${column}”. To change it, ask for it on screen: ${ON_SCREEN}`,
  },
  'reference-of-another': {
    reason: ({ reference, column }) =>
      `The reference “${reference}” is known for another ${column === 'uai' ? 'school' : 'person'}. An import does not move it.`,
    fix: () => 'Give this line a reference of its own, or correct the person or the school.',
  },
  'date-out-of-reason': {
    reason: ({ kind, limit, value }) =>
      kind === 'before'
        ? `The date “${value}” comes before ${limit}; there was no such mission yet.`
        : `The date “${value}” comes after ${limit}, the last one that is taken here.`,
    fix: () => 'Check the year of the date.',
  },
  'hidden-sheet': {
    reason: () => 'The sheet is hidden: it was not read.',
    fix: () => 'Show the sheet in the spreadsheet if it is to be imported, then send the workbook.',
  },
  'wrong-cell-count': {
    reason: ({ expected, found }) => `The line has ${found} cells, the header has ${expected}.`,
    fix: () => 'Check the delimiters of the line; put a cell that holds the delimiter between quotes.',
  },
  'unclosed-quote': {
    reason: () => 'A quote opens a cell and does not close it.',
    fix: () => 'Close the quote, or remove it.',
  },
  'stray-quote': {
    reason: () => 'A quote closes a cell before its end.',
    fix: () => 'Double the quotes that are part of the text: "Project ""Read""".',
  },
  'unrecognised-file': {
    reason: ({ kind, missing }) =>
      kind
        ? `The header looks like that of a file of ${FILES[kind]}, but lacks: ${missing}.`
        : 'The header is that of no known file.',
    fix: ({ kind }) =>
      kind
        ? 'Add the missing columns to the line of titles.'
        : 'Write the names of the columns in the first twenty lines, for instance email;prenom;nom.',
  },
  'event-needed': {
    reason: () =>
      'The list comes from a Moodle course, which does not say what event it is about: it was not read.',
    fix: () =>
      'Give the code of the event: on screen when you send the file, or with --event CODE. If it is a file of people, name its column “email”.',
  },
  'duplicate-column': {
    reason: ({ column }) => `Column “${column}” stands twice in the header.`,
    fix: () => 'Keep one of the two columns.',
  },
  'unreadable-file': {
    reason: ({ reason = '', ...limits }) =>
      reason === 'workbook-too-large'
        ? tooLarge(limits)
        : (UNREADABLE[reason] ?? 'The file is not a text file.'),
    fix: ({ reason = '' }) =>
      UNREADABLE_FIXES[reason] ?? 'In the spreadsheet, save the sheet as “CSV UTF-8”, then import that file.',
  },
  'error-value': {
    reason: ({ column, value }) => `Column “${column}” shows the error “${value}”.`,
    fix: () => 'Mend the formula, or put its value in its place.',
  },
};

const corrections = { line: 'Line', column: 'Column', reason: 'Reason', fix: 'Mending' };

export const importTexts = (office: string) =>
  ({ refusals: rejections, notices: importNotices(office), corrections }) satisfies ImportTexts;
