import type { ImportTexts } from '../fr/import.ts';

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
  ods: 'The file is a workbook in the OpenDocument format (.ods), which is not read.',
  encrypted: 'The workbook is locked by a password.',
  'broken-workbook': 'The file is not an Excel workbook (.xlsx), or it is damaged.',
  'utf-16': 'The file is written in UTF-16 (“Unicode text”).',
};

const UNREADABLE_FIXES: Readonly<Record<string, string>> = {
  missing: 'Check the path of the file.',
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

const refusals: ImportTexts['refusals'] = {
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
    fix: ({ allowed }) => `Choose one of: ${allowed}.`,
  },
  'invalid-email': {
    reason: ({ value }) => `“${value}” is not an e-mail address.`,
    fix: () => 'Write a single address, for instance given.name@ac-dijon.fr.',
  },
  'ends-before-start': {
    reason: ({ start, end }) => `The end (${end}) comes before the start (${start}).`,
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
  'unknown-event': {
    reason: ({ value }) => `The event “${value}” is known neither in the database nor in the imported files.`,
    fix: () => 'Correct the code, or add the event to the file of events.',
  },
  'numen-refused': {
    reason: () => 'The line holds a NUMEN. It was not read.',
    fix: () => 'Remove the NUMEN from the file: the service has no use for it and must not receive it.',
  },
  'already-decided': {
    reason: ({ date, author }) =>
      `The confirmation was decided in the service on ${date} by ${author}. An import does not change it.`,
    fix: () => 'Put the decided confirmation in the file, or change it in the service.',
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
        ? 'Add the missing columns to the first line.'
        : 'Write the names of the columns on the first line, for instance email;prenom;nom.',
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

const notices: ImportTexts['notices'] = {
  'unknown-columns': {
    reason: ({ columns }) => `These columns are unknown and were not read: ${columns}.`,
    fix: () => 'Nothing to do if they are of no use here; otherwise correct their names.',
  },
  'unknown-sheet': {
    reason: () => 'The sheet is none of the known files: it was not read.',
    fix: () =>
      'Nothing to do if it holds notes only; otherwise write the names of the columns on its first line.',
  },
  superseded: {
    reason: ({ last }) =>
      `Line ${last} of the same file is about the same thing: that is the one that counts.`,
    fix: () => 'Keep one of the two lines.',
  },
  clash: {
    reason: ({ role, holder }) =>
      `The role “${role}” is already held on those days at this school (engagement ${holder}). The engagement is stored as requested.`,
    fix: () => 'End one of the two engagements or take the role from it, then confirm.',
  },
  'role-settled': {
    reason: ({ role, holder }) =>
      `The service settled who holds the role “${role}” (engagement ${holder}): the period and roles of this engagement stay as they follow from that.`,
    fix: () => 'Correct the line after the export, or decide again in the service.',
  },
  'self-confirmed': {
    reason: () => 'Nobody confirms their own engagement: it is stored as requested.',
    fix: () => 'Have it confirmed by the principal or by the DANE.',
  },
  'former-address': {
    reason: ({ now }) => `This person now has the address ${now}. The line is older and changed nothing.`,
    fix: () => 'Bring the address up to date in the file.',
  },
  'address-of-another': {
    reason: ({ value }) => `The address “${value}” is that of another person: it was not moved.`,
    fix: () => 'Check whether these two records are of one person.',
  },
  'head-without-profile': {
    reason: () => 'The school is kept for a principal only.',
    fix: () => 'Add “chef” to the profile, or empty column “uai”.',
  },
};

const corrections = { line: 'Line', column: 'Column', reason: 'Reason', fix: 'Mending' };

/** The same, in English. */
export const importTexts = { refusals, notices, corrections } satisfies ImportTexts;
