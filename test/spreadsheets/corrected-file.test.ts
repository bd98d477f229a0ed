import { type CellObject, read } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/adapters/spreadsheets/write-csv.ts';
import { makeWorkbookWriter } from '../../src/adapters/spreadsheets/write-workbook.ts';
import type { Table } from '../../src/application/files/export/table.ts';
import { toCorrectedTables } from '../../src/application/files/import/corrected-file.ts';
import { type Desk, openPopulatedDesk, UAI } from '../files/support.ts';
import { fr } from '../support/fr.ts';
import { toXlsx } from './workbooks.ts';

const NUMEN = '21E1234567ABC';
const FILE = [
  'code;nature;intitule;debut;note',
  'EV-1;EV-PAF;Bonne ligne;2025-10-01;a',
  'EV-2;EV-PAF;=1+1;2025-02-30;b',
  'EV-3;EV-XXX;"Sur\ndeux lignes";2025-10-01;c',
  `EV-4;EV-PAF;${NUMEN};2025-10-01;d`,
  'EV-5;EV-PAF;Trop;2025-10-01;e;f',
  'EV-6;EV-PAF;"Jamais fermé;2025-10-01;g',
].join('\n');

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
});
afterEach(() => desk.close());

/** A correction in the spreadsheet: a cell of a row, by the title of its column. */
function corrected(table: Table, line: number, title: string, value: string): Table {
  const at = table.columns.findIndex((column) => column.title === title);
  const mended = (row: Table['rows'][number]) => row.map((cell, place) => (place === at ? value : cell));
  return { ...table, rows: table.rows.map((row) => (row[0] === line ? mended(row) : row)) };
}

describe('the file to correct', () => {
  it('contains only the refused lines, with their place, reason, remedy, and original cells', async () => {
    const { refusedLines } = await desk.import({ 'evenements.csv': FILE }, { dryRun: true });
    const tables = toCorrectedTables(refusedLines);
    expect(tables).toHaveLength(1);
    const { name, columns, rows } = tables[0] as Table;
    expect(name).toBe('evenements');
    expect(columns.map(({ title }) => title)).toEqual([
      fr.files.corrections.line,
      fr.files.corrections.column,
      fr.files.corrections.reason,
      fr.files.corrections.fix,
      'code',
      'nature',
      'intitule',
      'debut',
      'note',
      '',
    ]);
    expect(rows.map(([line, column, , , ...cells]) => [line, column, ...cells])).toEqual([
      [3, 'debut', 'EV-2', 'EV-PAF', '=1+1', '2025-02-30', 'b', ''],
      [4, 'nature', 'EV-3', 'EV-XXX', 'Sur\ndeux lignes', '2025-10-01', 'c', ''],
      [6, '', '', '', '', '', '', ''],
      [7, '', 'EV-5', 'EV-PAF', 'Trop', '2025-10-01', 'e', 'f'],
      [8, '', 'EV-6;EV-PAF;"Jamais fermé;2025-10-01;g', '', '', '', '', ''],
    ]);
    expect(rows[0]?.slice(2, 4)).toEqual([
      fr.files.refusals['invalid-date'].reason({ value: '2025-02-30' }),
      fr.files.refusals['invalid-date'].fix({}),
    ]);
  });

  it('has dates and numbers as such, and all other cells unchanged', async () => {
    const rows = [
      ['email', 'evenement', 'heures', 'preuve'],
      ['inconnu@ac-test.example', 'EV-0', 1.5, 2],
      ['inconnu@ac-test.example', 'EV-0', 'six', 2],
    ];
    const dated = [
      ['code', 'nature', 'intitule', 'debut', 'fin'],
      ['EV-1', 'EV-XXX', 'a', { t: 'n' as const, v: 45931, z: 'dd/mm/yyyy' }, '31/02/2026'],
    ];
    const { refusedLines } = await desk.import({
      'deux.xlsx': toXlsx({ presences: rows, evenements: dated }),
    });
    const sheets = read(makeWorkbookWriter()(toCorrectedTables(refusedLines)), {
      type: 'array',
      dense: true,
    });
    const cells = (name: string) => ((sheets.Sheets[name]?.['!data'] ?? []) as CellObject[][]).slice(1);
    expect(cells('presences').map((row) => row.slice(6).map((cell) => cell.v))).toEqual([
      [1.5, 2],
      ['six', 2],
    ]);
    expect(
      cells('evenements')[0]
        ?.slice(7)
        .map((cell) => [cell.t, cell.v]),
    ).toEqual([
      ['n', 45931],
      ['s', '31/02/2026'],
    ]);
  });

  it('never repeats a NUMEN', async () => {
    const { refusedLines } = await desk.import({ [`${NUMEN}.csv`]: FILE });
    expect(JSON.stringify(refusedLines)).not.toContain(NUMEN);
    expect(JSON.stringify(toCorrectedTables(refusedLines))).not.toContain(NUMEN);
  });

  it.each([
    ['csv', writeCsv],
    ['xlsx', makeWorkbookWriter()],
  ] as const)(
    'can be corrected and imported again as %s, its remarks skipped with a notice',
    async (kind, write) => {
      const { refusedLines } = await desk.import({ 'evenements.csv': FILE });
      const [table] = toCorrectedTables(refusedLines) as [Table];
      const dated = corrected(table, 3, 'debut', '28/02/2025');
      const again = await desk.import({
        [`corriger.${kind}`]: write([corrected(dated, 4, 'nature', 'EV-FIL')]),
      });
      expect(again.summary).toMatchObject({ created: 2, updated: 0, refused: 3 });
      expect(again.notices).toMatchObject([{ code: 'unknown-columns' }]);
      expect(again.notices[0]?.reason).toContain('Ligne, Colonne, Motif, Correction, note');
      expect(await desk.store.readEvents(['EV-2'])).toMatchObject([
        { title: '=1+1', startsOn: '2025-02-28' },
      ]);
      expect(await desk.store.readEvents(['EV-3'])).toMatchObject([{ title: 'Sur\ndeux lignes' }]);
      const [left] = toCorrectedTables(again.refusedLines, 'en');
      expect(left?.columns.map(({ title }) => title).slice(0, 6)).toEqual([
        'Line',
        'Column',
        'Reason',
        'Mending',
        'code',
        'nature',
      ]);
    },
  );

  it('has a table for each file and each sheet', async () => {
    const { refusedLines } = await desk.import({
      'a.csv': `uai;nom\n${UAI.guyot};\n`,
      'b.csv': 'email;prenom;nom\nx;y;z\n',
    });
    expect(toCorrectedTables(refusedLines).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });
});
