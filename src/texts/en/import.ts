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

const notices = (office: string): ImportTexts['notices'] => ({
  'unknown-columns': {
    reason: ({ columns }) => `These columns are unknown and were not read: ${columns}.`,
    fix: () => 'Nothing to do if they are of no use here; otherwise correct their names.',
  },
  'close-column': {
    reason: ({ column, known }) =>
      `Column “${column}” was not read. Its name is close to “${known}”: is it that column?`,
    fix: ({ known }) => `If it is, name it “${known}”.`,
  },
  'unknown-sheet': {
    reason: () => 'The sheet is none of the known files: it was not read.',
    fix: () =>
      'Nothing to do if it holds notes only; otherwise write the names of the columns in its first twenty lines.',
  },
  'not-completed': {
    reason: () => 'The person has not completed the course: no attendance is recorded.',
    fix: () => 'Nothing to do.',
  },
  'not-a-table': {
    reason: () => 'The name of this file is not that of a table: it was not opened.',
    fix: () => 'If it holds a table, give the file itself to the command; otherwise nothing to do.',
  },
  'inner-folder': {
    reason: () => 'It is a folder inside the folder: what it holds was not read.',
    fix: () => 'Give it to the command itself if it is to be read; otherwise nothing to do.',
  },
  'note-line': {
    reason: () => 'The line is a total, a note or a heading: it is passed over.',
    fix: () => 'Nothing to do.',
  },
  superseded: {
    reason: ({ last, file }) =>
      `Line ${last} of ${file === undefined ? 'the same file' : `“${file}”`} is about the same thing: that is the one that counts.`,
    fix: () => 'Keep one of the two lines.',
  },
  'hours-above': {
    reason: ({ value, most }) =>
      `${value}: that is more than the hours of the event (${most}). The attendance is recorded so.`,
    fix: () => 'Check the hours, or those of the event.',
  },
  'probable-double': {
    reason: ({ other, near }) =>
      `A person of this name is known at ${other}${near ? ', an address that is like this one' : ''}: is it the same person?`,
    fix: () => 'If so, merge the two records on the page of people; otherwise nothing to do.',
  },
  'distant-school': {
    reason: ({ uai, reference }) =>
      `On the same days the person is engaged in another département, at school ${uai} (engagement ${reference}).`,
    fix: () => 'Check the address, the UAI and the dates; if it is true, nothing to do.',
  },
  'other-department': {
    reason: ({ value, code, name }) =>
      `Département “${value}” is not the one that the UAI tells: ${name} (${code}). The one of the file is recorded.`,
    fix: () => 'Check the UAI and the département.',
  },
  clash: {
    reason: ({ role, holder }) =>
      `The role “${role}” is already held on those days at this school (engagement ${holder}). The engagement is stored as requested.`,
    fix: () => 'End one of the two engagements or take the role from it, then confirm.',
  },
  'hidden-sheet': {
    reason: () => 'The sheet is hidden: it was not read.',
    fix: () => 'Show it in the spreadsheet if it is to be imported.',
  },
  'decision-kept': {
    reason: ({ date, author }) =>
      `The engagement was decided in the service on ${date} by ${author}: the file says what was the case before, the decision stands.`,
    fix: () => 'Nothing to do; a new export says what was decided.',
  },
  'validation-kept': {
    reason: ({ date }) =>
      `This contribution was decided on in the service on ${date}: the file says something else, the decision stands.`,
    fix: () => 'Nothing to do; a new export says what was decided.',
  },
  'not-a-link': {
    reason: ({ value }) => `“${value}” is no link: it was not recorded.`,
    fix: () => 'Write the whole address, for instance https://example.org/page.',
  },
  'all-changed': {
    reason: ({ former }) =>
      `The address ${former} was that of a person with another given name and another family name: their record, engagements and badges are in this name from now on.`,
    fix: () => 'If it is somebody else, empty “ancien_email” and put the earlier name back.',
  },
  'self-confirmed': {
    reason: () => 'Nobody confirms their own engagement: it is stored as requested.',
    fix: () => `Have it confirmed by the principal or by the ${office}.`,
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
});

const corrections = { line: 'Line', column: 'Column', reason: 'Reason', fix: 'Mending' };

/** The words of an import, in English. */
export const importTexts = (office: string) =>
  ({ refusals, notices: notices(office), corrections }) satisfies ImportTexts;
