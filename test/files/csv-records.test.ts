import { fc, test } from '@fast-check/vitest';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { makeRecordCutter } from '../../src/adapters/spreadsheets/csv-records.ts';
import type { SheetRow } from '../../src/application/files/import/sheet.ts';

/** Cuts the text given in pieces of `size` characters. */
function cut(text: string, { delimiter = ';', width = 3, size = 5 } = {}): SheetRow[] {
  const cutter = makeRecordCutter(delimiter, width);
  const rows: SheetRow[] = [];
  for (let at = 0; at < text.length; at += size) rows.push(...cutter.push(text.slice(at, at + size)));
  return [...rows, ...cutter.end()];
}

const cells = (rows: readonly SheetRow[]) =>
  rows.map((row) => (row.kind === 'cells' ? row.cells : row.fault));
const lines = (rows: readonly SheetRow[]) => rows.map((row) => row.line);

describe('a CSV text is cut into records', () => {
  it.each([
    ['\n', 'unix'],
    ['\r\n', 'windows'],
    ['\r', 'old mac'],
  ])('whose lines end with %j (%s)', (end) => {
    const rows = cut(`a;b;c${end}d;e;f${end}`);
    expect(cells(rows)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
    expect(lines(rows)).toEqual([1, 2]);
  });

  it('with delimiters, quotes and line ends inside quoted cells, and the number of the first line of each', () => {
    const rows = cut('"a;b";"c ""d""";"e\r\nf"\r\ng;h;i');
    expect(cells(rows)).toEqual([
      ['a;b', 'c "d"', 'e\nf'],
      ['g', 'h', 'i'],
    ]);
    expect(lines(rows)).toEqual([1, 3]);
  });

  it('where a quote inside a plain cell is an ordinary character', () => {
    expect(cells(cut('écran 24";b;c'))).toEqual([['écran 24"', 'b', 'c']]);
  });

  it('where a quote that is never closed breaks only its own line', () => {
    const rows = cut('a;"b;c\nd;e;f\ng;h;i\n');
    expect(cells(rows)).toEqual(['unclosed-quote', ['d', 'e', 'f'], ['g', 'h', 'i']]);
    expect(lines(rows)).toEqual([1, 2, 3]);
  });

  it('where an open quote meets a quoted cell further down', () => {
    const rows = cut('a;"b;c\nd;e;f\ng;"h";i\n');
    expect(cells(rows)).toEqual(['stray-quote', ['d', 'e', 'f'], ['g', 'h', 'i']]);
  });

  it('where two open quotes form a record of the wrong width together', () => {
    const rows = cut('a;"b;c\nd;e;f\ng;h";i;j\nk;l;m\n');
    expect(cells(rows)[0]).toBe('unclosed-quote');
    expect(cells(rows)).toContainEqual(['d', 'e', 'f']);
    expect(cells(rows).at(-1)).toEqual(['k', 'l', 'm']);
  });

  it('where an open quote runs longer than any cell of a spreadsheet', () => {
    const good = 'd;e;f\n'.repeat(10_000);
    const rows = cut(`a;"b;c\n${good}g;h";i\n`, { size: 4096 });
    expect(rows.filter(({ kind }) => kind === 'broken')).toHaveLength(1);
    expect(rows).toHaveLength(10_002);
  });

  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', ';', ',', '"', '\n', "'", '1'),
    maxLength: 6,
  });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  test.prop([
    table,
    fc.constantFrom(';', ','),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom('\n', '\r\n'),
  ])('like csv-parse, wherever the pieces end', (rows, delimiter, size, end) => {
    const quote = (text: string) =>
      /[";,\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
    const text = rows.map((row) => row.map(quote).join(delimiter) + end).join('');
    const oracle = parse(text, { delimiter, record_delimiter: end }) as string[][];
    const own = cells(cut(text, { delimiter, width: rows[0]?.length ?? 1, size }));
    expect(own).toEqual(oracle);
    expect(own).toEqual(rows);
  });
});
