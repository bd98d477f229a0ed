import { type CellObject, CFB, read, SSF } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/adapters/spreadsheets/write-csv.ts';
import { makeWorkbookWriter } from '../../src/adapters/spreadsheets/write-workbook.ts';
import { listZipEntries, unpackZipEntry } from '../../src/adapters/spreadsheets/zip-entries.ts';
import type { Table } from '../../src/application/files/export/table.ts';
import { TABLE_WRITERS } from '../../src/assembly/table-writers.ts';

const FORMULAS = ['=1+1', '+33', '-1', '@SUM(A1)', '\tx', '\rx', '=cmd|" /C calc"!A0', '\uFF1D1'];
const TABLE: Table = {
  name: 'Présences',
  columns: [
    { key: 'text', title: 'intitule', kind: 'text' },
    { key: 'on', title: 'debut', kind: 'date' },
    { key: 'hours', title: 'heures', kind: 'number' },
    { key: 'proof', title: 'preuve', kind: 'integer' },
  ],
  rows: [
    ['été ; «\u202foui\u202f»', '2025-10-01', 1.5, 3],
    ['007', '1900-01-01', 0.000001, 0],
    ['', undefined, undefined, undefined],
    ['a\n"b"', '1900-03-01', 12, 1],
  ],
};
const withTexts = (texts: readonly string[]): Table => ({
  name: 'textes',
  columns: [{ key: 'text', title: 'intitule', kind: 'text' }],
  rows: texts.map((text) => [text]),
});
const write = makeWorkbookWriter();
const cellsOf = (bytes: Uint8Array, sheet: string) =>
  read(bytes, { type: 'array', dense: true, cellNF: true }).Sheets[sheet]?.['!data'] as CellObject[][];
const workbookEntryOf = (bytes: Uint8Array, path: string) =>
  new TextDecoder().decode(Uint8Array.from(CFB.find(CFB.read(bytes, { type: 'array' }), path).content));

describe('the CSV that we write', () => {
  it('opens in French spreadsheets: mark, semicolons, CRLF, decimal commas', () => {
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv([TABLE]))).toBe(
      [
        '\ufeffintitule;debut;heures;preuve',
        '"été ; «\u202foui\u202f»";2025-10-01;1,5;3',
        '007;1900-01-01;0,000001;0',
        ';;;',
        '"a\n""b""";1900-03-01;12;1',
        '',
      ].join('\r\n'),
    );
  });

  it('contains no cell that a spreadsheet computes', () => {
    const bytes = writeCsv([withTexts(FORMULAS)]);
    const rows = parse(bytes, { bom: true, delimiter: ';', record_delimiter: '\r\n' }) as string[][];
    expect(rows.slice(1).map(([cell]) => cell)).toEqual(FORMULAS.map((text) => `'${text}`));
  });

  it('sets one table below the other', () => {
    const text = new TextDecoder().decode(writeCsv([withTexts(['a']), withTexts(['b'])]));
    expect(text).toBe('intitule\r\na\r\n\r\nintitule\r\nb\r\n');
  });
});

describe('a workbook that we write', () => {
  it('holds dates as dates, numbers as numbers, and leading zeros', () => {
    const rows = cellsOf(write([TABLE]), 'Présences');
    expect(rows[1]).toMatchObject([
      { t: 's', v: 'été ; «\u202foui\u202f»' },
      { t: 'n', v: 45931, z: 'dd/mm/yyyy' },
      { t: 'n', v: 1.5 },
      { t: 'n', v: 3 },
    ]);
    expect(rows[2]).toMatchObject([{ t: 's', v: '007' }, { v: 1 }, { v: 0.000001 }, { v: 0 }]);
    expect(rows[4]).toMatchObject([{ t: 's', v: 'a\n"b"' }, { v: 61 }, { v: 12 }, { v: 1 }]);
  });

  it('stores every text as text: no formula, no result of one', () => {
    const bytes = write([withTexts([...FORMULAS, 'deux\nlignes'])]);
    const cells = cellsOf(bytes, 'textes').map(([cell]) => cell);
    expect(cells.every((cell) => cell?.t === 's' && cell.f === undefined)).toBe(true);
    expect(cells.slice(1, 4).map((cell) => cell?.v)).toEqual(FORMULAS.slice(0, 3));
    const xml = workbookEntryOf(bytes, '/xl/worksheets/sheet1.xml');
    expect(xml.match(/t="inlineStr"/g)).toHaveLength(FORMULAS.length + 2);
    expect(xml).not.toMatch(/<f\b|t="str"|<row[^>]*xml:space/);
  });

  it('keeps the header visible, columns as wide as their texts, and states its language', () => {
    const bytes = write([TABLE]);
    const xml = workbookEntryOf(bytes, '/xl/worksheets/sheet1.xml');
    expect(xml).toContain('ySplit="1"');
    expect(xml).toContain('state="frozen"');
    expect(xml.match(/<col [^>]*customWidth="1"/g)).toHaveLength(4);
    expect(workbookEntryOf(bytes, '/docProps/core.xml')).toContain('<dc:language>fr-FR</dc:language>');
  });

  it('prints on A4 lengthwise, one page wide, its bold header on each page', () => {
    const bytes = write([{ ...TABLE, name: "L'été" }]);
    const xml = workbookEntryOf(bytes, '/xl/worksheets/sheet1.xml');
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(xml).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(xml).toContain('<autoFilter ref="A1:D5"/>');
    expect(workbookEntryOf(bytes, '/xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">&apos;L&apos;&apos;été&apos;!$1:$1</definedName>',
    );
    const styles = workbookEntryOf(bytes, '/xl/styles.xml');
    const [, header] = /<c r="A1" s="(\d+)"/.exec(xml) ?? [];
    const style = styles.split('<cellXfs')[1]?.match(/<xf .*?<\/xf>/g)?.[Number(header)];
    expect(style).toContain('fontId="1"');
    expect(styles).toContain('<fonts count="2"><font><sz');
    expect(styles).toContain('<font><b/><sz');
  });

  it('has nothing of a workbook that was read before, and is well-formed after it', () => {
    const parts = ['/xl/worksheets/sheet1.xml', '/xl/styles.xml'];
    const before = write([TABLE]);
    // LibreOffice numbers the general format again, and the library keeps what it read last.
    SSF.load('General', 164);
    SSF.load('"secret" 0.00', 165);
    const after = write([TABLE]);
    for (const part of parts) expect(workbookEntryOf(after, part)).toBe(workbookEntryOf(before, part));
    expect(workbookEntryOf(after, '/xl/worksheets/sheet1.xml')).not.toMatch(/<c [^>]*\bs="\d+"[^>]*\bs="/);
  });

  it('keeps a text in a column of dates as the text that it is', () => {
    const rows = [
      ['', '2025-02-30'],
      ['', 'demain'],
      ['', '2025-02-28'],
    ];
    const [, ...found] = cellsOf(write([{ ...TABLE, rows }]), 'Présences');
    expect(found.map((row) => row[1]?.v)).toEqual(['2025-02-30', 'demain', 45716]);
  });

  it('gives its sheets different names that spreadsheets allow', () => {
    const name = 'Présences [2025/2026] : établissements de Côte-d’Or';
    const { SheetNames } = read(write([TABLE, { ...TABLE, name }, { ...TABLE, name: `${name} ` }]), {
      type: 'array',
    });
    expect(SheetNames).toEqual([
      'Présences',
      'Présences  2025 2026    établis',
      'Présences  2025 2026    établ 2',
    ]);
  });

  it('continues a sheet with the next table of its name, also where it is written in pieces', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => [`ligne ${at}`]);
    const pieces = [0, 300].map((at) => ({ ...withTexts([]), rows: rows.slice(at, at + 300) }));
    const whole = write(pieces);
    expect(cellsOf(whole, 'textes').map(([cell]) => cell?.v)).toEqual(['intitule', ...rows.flat()]);
    expect(workbookEntryOf(whole, '/xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:A601"/>');
    const streamed: Uint8Array[] = [];
    for await (const piece of TABLE_WRITERS.xlsxStream('fr')(pieces)) streamed.push(piece);
    expect(streamed.length).toBeGreaterThan(2);
    expect(Buffer.concat(streamed).equals(whole)).toBe(true);
  });

  it('is an archive whose entries all unpack and have the stated checksum', async () => {
    const entries = listZipEntries(write([TABLE])) ?? [];
    expect(entries.map(({ name }) => name)).toContain('xl/worksheets/sheet1.xml');
    for (const entry of entries) expect(await unpackZipEntry(entry, 1_000_000)).toBeDefined();
  });
});
