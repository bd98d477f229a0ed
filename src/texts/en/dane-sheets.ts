import type { daneSheetTexts as french } from '../fr/dane-sheets.ts';
import { count } from './grammar/page-phrases.ts';

export const daneSheetTexts = (office: string): ReturnType<typeof french> => ({
  event: 'Event of a list from Moodle',
  eventHelp:
    'Only for a list that comes from Moodle: the code of the event that these people followed. It gives attendances with an attestation.',
  match: 'Match the columns',
  matchText:
    'Is a column not recognised, or not as it should be? Say once what it holds: the service remembers it for your next files.',
  matchOf: (file) => `Match the columns: ${file}`,
  columns: {
    title: 'Match the columns',
    lede: (file) => `Say what “${file}” holds, then which column of the file is which.`,
    kind: 'This file holds',
    choose: 'Choose',
    legend: 'The expected columns',
    optional: 'optional',
    unread: 'A column of the file that you do not choose is not read.',
    noTitle: (place) => `column ${place}, without a title`,
    save: 'Remember these columns',
    back: 'Back to the report',
  },
  known: 'The columns that you have matched',
  knownText: 'A file with the same titles is read in this way. A match that is forgotten can be made again.',
  header: 'Titles of the file',
  kindHeading: 'Read as',
  act: 'Actions',
  forget: 'Forget',
  forgetOf: (titles) => `Forget the match of the columns ${titles}`,
  history: 'The latest imports',
  historyText: 'Those that changed something, made here, by a program or on the command line.',
  historyNone: 'No import has changed anything yet.',
  when: 'When',
  who: 'By',
  refused: (total) => count(total, 'refused line', 'refused lines'),
  refusedLine: (file, line) => `${file}, line ${line}:`,
  refusedAll: 'See all refused lines',
  templates: 'Templates to fill in',
  templatesText:
    'Each template (XLSX) has a sheet with the expected titles, and a sheet of examples that is not imported.',
  gristLink: 'Keep these files in Grist',
  grist: {
    title: 'Keep the files in Grist',
    lede: `Grist is a shared spreadsheet of the French state’s digital suite. The ${office} can keep its eight files there together, then import them here.`,
    steps: [
      {
        title: 'Make the document',
        text: 'In Grist, add a document, then “Import from file”: choose an export of this service (XLSX). Each sheet becomes a table with the right titles.',
      },
      {
        title: 'Keep the titles',
        text: 'The title of a column must stay that of the export. Its label may be one of the usual spellings: « Adresse mail » for email, « Date de début » for debut.',
      },
      {
        title: 'Give the columns a type',
        text: 'Dates as “Date”, hours as “Numeric”, missions and roles as “Choice List”. Grist exports the choices separated by commas: they are read.',
      },
      {
        title: 'Put nothing there that is not needed',
        text: 'No NUMEN, no date of birth, no grade, no amount: a line with a NUMEN is refused. Set who reads and who writes under “Manage users”.',
      },
      {
        title: 'Export',
        text: 'Share menu, “Export as Microsoft Excel (.xlsx)”: one sheet a table. One table alone: “Export as CSV”.',
      },
      {
        title: 'Import here',
        text: 'Send the workbook on the page of imports. The report says what would change; importing the same workbook twice changes nothing.',
      },
    ],
    decisions:
      'What was decided in the service stays so: an older workbook undoes neither a confirmation nor the answer to a contest. A new export brings the table up to date.',
    back: 'Go to the imports',
    exports: 'Go to the exports',
  },
});
