import type { ColumnSpellings } from '../../../catalogue/office-pack.ts';
import { templateTexts as english } from '../../../texts/en/dane/import.ts';
import { templateTexts as french } from '../../../texts/fr/dane/import.ts';
import { FILE_KINDS } from '../import/recognise.ts';
import type { FileTable } from './file-table.ts';
import type { Table } from './table.ts';
import { engagementTable } from './tables/engagements.ts';
import { attendanceTable, contributionTable, eventTable, reviewTable } from './tables/facts.ts';
import { personTable } from './tables/people.ts';
import { authorisationTable, schoolTable } from './tables/schools.ts';

/** The columns of every file. */
export const FILE_TABLES: readonly Pick<FileTable<never>, 'name' | 'columns'>[] = [
  schoolTable,
  personTable,
  eventTable,
  authorisationTable,
  engagementTable,
  attendanceTable,
  reviewTable,
  contributionTable,
];

/** A workbook to fill in: a sheet with the header, and a sheet that explains for each column whether it is
 *  required and what it may contain. The second sheet is not recognised as a file of the DANE, so its
 *  examples are never imported. Undefined for a name that no file has. */
export function templateTables(
  name: string,
  locale: 'fr' | 'en',
  all: ColumnSpellings['examples'],
): readonly Table[] | undefined {
  const at = FILE_TABLES.findIndex((table) => table.name === name);
  const table = FILE_TABLES[at];
  const kind = FILE_KINDS[at];
  if (!table || !kind) return undefined;
  const texts = locale === 'fr' ? french : english;
  const examples = all[kind.name] ?? {};
  const titles = [texts.column, texts.required, texts.example];
  return [
    { name, columns: table.columns, rows: [] },
    {
      name: texts.example,
      columns: titles.map((title, place) => ({ key: `${place}`, title, kind: 'text' })),
      rows: table.columns.map(({ title }) => [
        title,
        kind.required.includes(title) ? texts.yes : texts.no,
        examples[title],
      ]),
    },
  ];
}
