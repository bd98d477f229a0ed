import { describe, expect, it } from 'vitest';
import { REGISTER_COLUMNS } from '../../src/application/files/export/register.ts';
import { FILE_KINDS, recognise } from '../../src/application/files/import/recognise.ts';
import { defaultPack } from '../../src/catalogue/default-pack.ts';
import { foldTitle } from '../../src/domain/text/strings.ts';

const { examples: COLUMN_EXAMPLES, spellings: COLUMN_SPELLINGS } = defaultPack.columns;

const columnsOf = (name: string) => {
  const kind = FILE_KINDS.find((one) => one.name === name);
  return kind ? [...kind.required, ...kind.optional] : [];
};

describe('the usual spellings of columns', () => {
  it('belong to existing columns, and each to one column of its kind', () => {
    for (const [kind, columns] of Object.entries(COLUMN_SPELLINGS)) {
      expect(columnsOf(kind)).toEqual(expect.arrayContaining(Object.keys(columns)));
      const names = columnsOf(kind).map(foldTitle);
      const spellings = Object.values(columns).flat().map(foldTitle);
      expect(new Set(spellings).size, kind).toBe(spellings.length);
      expect(spellings.filter((spelling) => names.includes(spelling))).toEqual([]);
    }
  });

  it('never make a file of the register look like one that an import reads', () => {
    for (const [file, columns] of Object.entries(REGISTER_COLUMNS)) {
      expect(
        recognise(
          columns.map(([, title]) => title),
          COLUMN_SPELLINGS,
        ),
        file,
      ).not.toHaveProperty('kind');
    }
  });

  it('never make a list of contacts look like a list of schools', () => {
    expect(
      recognise(['RNE', 'Établissement', 'Téléphone', 'Principal'], COLUMN_SPELLINGS),
    ).not.toHaveProperty('kind');
  });
});

it('every kind of file has an example for its required columns', () => {
  for (const { name, required } of FILE_KINDS) {
    expect(Object.keys(COLUMN_EXAMPLES[name] ?? {})).toEqual(expect.arrayContaining([...required]));
  }
});
