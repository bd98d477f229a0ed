import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILE_TABLES } from '../../src/application/files/export/file-tables.ts';
import { FILE_KINDS } from '../../src/application/files/import/recognise.ts';

const read = (...path: string[]) => readFileSync(join(import.meta.dirname, '../..', ...path), 'utf8');

/** The files of the DANE, each with its columns. The kinds stand in the order of the tables. */
const FILES = FILE_TABLES.map(({ name, columns }, at) => ({
  name,
  columns: columns.map(({ key }) => key),
  required: FILE_KINDS[at]?.required ?? [],
}));

/** The columns that the row of a file names. What stands in brackets are values. */
function namedIn(text: string, file: string): { readonly all: string[]; readonly bold: string[] } {
  const row = text.split('\n').find((line) => line.startsWith(`| \`${file}\` |`)) ?? '';
  const cell = row.replaceAll('\\|', '').split('|')[2] ?? '';
  const names = cell
    .replaceAll(/\([^)]*\)/g, '')
    .split(',')
    .map((name) => name.trim());
  return {
    all: names.map((name) => name.replaceAll('*', '')),
    bold: names.filter((name) => name.startsWith('**')).map((name) => name.replaceAll('*', '')),
  };
}

describe.each(FILES)('the columns of $name', ({ name, columns, required }) => {
  it('are all told by docs/files.md; the required ones stand in bold', () => {
    const { all, bold } = namedIn(read('docs', 'files.md'), name);
    expect(all.toSorted()).toEqual(columns.toSorted());
    expect(bold.toSorted()).toEqual(required.toSorted());
  });
});
