import { utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Uai } from '../../src/domain/uai.ts';
import { type Desk, openPopulatedDesk, UAI } from '../files/support.ts';
import { replacePart, toXlsx } from './workbooks.ts';

const NUMEN = '21E1234567ABC';
const DATE = 'dd/mm/yyyy';

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
});
afterEach(() => desk.close());

const readEvent = async (code: string) => (await desk.store.readEvents([code]))[0];

describe('an XLSX workbook', () => {
  it('is imported like the same table in CSV, and changes nothing the second time', async () => {
    const rows = [
      ['uai', 'nom', 'code_postal', 'lycee_agricole'],
      [UAI.ducs, 'Lycée « Été », 12 €\r\nà Dijon', '01000', true],
    ];
    const first = await desk.import({ 'a.xlsx': toXlsx({ Feuille1: rows }) });
    expect(first.entries).toEqual([]);
    expect(first.summary.created).toBe(1);
    expect(await desk.store.readSchoolsByUai([UAI.ducs as Uai])).toMatchObject([
      { name: 'Lycée « Été », 12 €\nà Dijon', postalCode: '01000', agricultural: true },
    ]);
    const again = await desk.import({ 'b.xlsx': toXlsx({ Feuille1: rows }) });
    expect(again.summary).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
  });

  it('loses the quote that guards a formula in CSV, as in a CSV file saved as a workbook', async () => {
    const rows = [
      ['uai', 'nom'],
      [UAI.ducs, "'=1+1"],
    ];
    await desk.import({ 'a.xlsx': toXlsx({ a: rows }) });
    expect(await desk.store.readSchoolsByUai([UAI.ducs as Uai])).toMatchObject([{ name: '=1+1' }]);
  });

  it('is refused where it is no workbook, and read where it is CSV under that name', async () => {
    const { refused, summary } = await desk.import({
      'abime.xlsx': new TextEncoder().encode('PKabîmé'),
      'autre.xlsx': `uai;nom\n${UAI.ducs};Lycée\n`,
    });
    expect(refused).toMatchObject([{ file: 'abime.xlsx', code: 'unreadable-file' }]);
    expect(refused[0]?.reason).toContain('n’est pas un classeur');
    expect(summary.created).toBe(1);
  });

  it('is recognised by its first bytes, with any name', async () => {
    const bytes = toXlsx({
      a: [
        ['uai', 'nom'],
        [UAI.ducs, 'Lycée'],
      ],
    });
    expect((await desk.import({ 'a.csv': bytes })).summary).toMatchObject({ created: 1, refused: 0 });
  });

  it('gives dates as dates, hours as numbers, and codes with their leading zeros', async () => {
    const { entries } = await desk.import({
      'e.xlsx': toXlsx({
        e: [
          ['code', 'nature', 'intitule', 'debut', 'fin', 'heures'],
          [{ t: 'n', v: 42, z: '00000' }, 'EV-PAF', 2026, { t: 'n', v: 45931, z: DATE }, '02/10/2025', 1.5],
          [
            '007',
            'EV-PAF',
            'b',
            { t: 'n', v: 45931.75, z: 'yyyy-mm-dd hh:mm' },
            '',
            { t: 'n', v: 0.1 + 0.2 },
          ],
        ],
      }),
    });
    expect(entries).toEqual([]);
    expect(await readEvent('00042')).toMatchObject({
      title: '2026',
      startsOn: '2025-10-01',
      endsOn: '2025-10-02',
      hours: 1.5,
    });
    expect(await readEvent('007')).toMatchObject({ startsOn: '2025-10-01', hours: 0.3 });
  });

  it('counts its days from 1904 where it has this setting', async () => {
    const rows = [
      ['code', 'nature', 'intitule', 'debut'],
      ['X', 'EV-PAF', 'a', { t: 'n' as const, v: 45931 - 1462, z: DATE }],
    ];
    const bytes = toXlsx({ e: rows }, { Workbook: { WBProps: { date1904: true } } });
    await desk.import({ 'e.xlsx': bytes });
    expect(await readEvent('X')).toMatchObject({ startsOn: '2025-10-01' });
  });

  it('reads the dates of a workbook that writes them as its own text', async () => {
    const bytes = toXlsx({
      e: [
        ['code', 'nature', 'intitule', 'debut'],
        ['X', 'EV-PAF', 'a', { t: 'n', v: 45931, z: DATE }],
      ],
    });
    const dated = replacePart(bytes, '/xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<c r="D2" s="1"><v>45931</v>', '<c r="D2" s="1" t="d"><v>2025-10-01</v>'),
    );
    expect((await desk.import({ 'e.xlsx': dated })).refused).toEqual([]);
    expect(await readEvent('X')).toMatchObject({ startsOn: '2025-10-01' });
  });

  it('reads a formula by its stored value, and computes none', async () => {
    const formula = { t: 's' as const, v: 'Formation', f: '"Autre"&1' };
    const bytes = toXlsx({
      e: [
        ['code', 'nature', 'intitule', 'debut', 'heures'],
        ['X', 'EV-PAF', formula, '2025-10-01', { t: 'n' as const, v: 2, f: '1+1' }],
      ],
    });
    const { entries } = await desk.import({
      'e.xlsx': replacePart(bytes, '/xl/worksheets/sheet1.xml', (xml) => xml.replace('<v>2</v>', '')),
    });
    expect(entries).toEqual([]);
    const event = await readEvent('X');
    expect(event).toMatchObject({ title: 'Formation' });
    expect(event).not.toHaveProperty('hours');
  });

  it('gives the row number of the sheet, with any rows above', async () => {
    const { refused } = await desk.import({
      'e.xlsx': toXlsx({
        e: [[], [null, null], ['uai', 'nom'], [UAI.ducs, 'Lycée'], [], [UAI.lacaille, ''], ['x', 'y']],
      }),
    });
    expect(refused).toMatchObject([
      { line: 6, column: 'nom', code: 'missing-value' },
      { line: 7, column: 'uai', value: 'x', code: 'invalid-uai' },
    ]);
  });

  it('refuses an error of the spreadsheet in a column that is read, and only there', async () => {
    const na = { t: 'e' as const, v: 42 };
    const { refused, summary } = await desk.import({
      'e.xlsx': toXlsx({
        e: [
          ['uai', 'nom', 'aide'],
          [UAI.ducs, na, 'x'],
          [UAI.lacaille, 'Collège', na],
        ],
      }),
    });
    expect(refused).toMatchObject([{ line: 2, column: 'nom', value: '#N/A', code: 'error-value' }]);
    expect(summary.updated).toBe(1);
  });

  it('never repeats a NUMEN, of a cell, of a header or of a sheet’s name', async () => {
    const { entries } = await desk.import({
      'e.xlsx': toXlsx({
        [NUMEN]: [
          ['email', 'prenom', 'nom', 'x'],
          ['eve@ac-dijon.fr', 'Ève', 'Noir', NUMEN],
        ],
        b: [['uai', 'nom', NUMEN]],
      }),
    });
    expect(JSON.stringify(entries)).not.toContain(NUMEN);
    expect(entries.filter(({ code }) => code === 'numen-refused')).toMatchObject([{ line: 1 }, { line: 2 }]);
  });
});

describe('a workbook of several sheets', () => {
  it('imports every sheet that it recognises, in the order that their contents need', async () => {
    const { entries, summary } = await desk.import({
      'tout.xlsx': toXlsx({
        Présences: [
          ['email', 'evenement', 'preuve'],
          ['eve@ac-dijon.fr', 'EV-9', 3],
        ],
        Événements: [
          ['code', 'nature', 'intitule', 'debut'],
          ['EV-9', 'EV-PAF', 'a', '2025-10-01'],
          ['EV-9', 'EV-PAF'],
        ],
        Vide: [],
        Notes: [['À lire avant de remplir']],
        Personnes: [
          ['email', 'prenom', 'nom'],
          ['eve@ac-dijon.fr', 'Ève', 'Noir'],
        ],
      }),
    });
    expect(summary).toMatchObject({ created: 3, refused: 1 });
    expect(entries).toMatchObject([
      { kind: 'notice', file: 'tout.xlsx › Notes', line: 1, code: 'unknown-sheet' },
      { kind: 'refused', file: 'tout.xlsx › Événements', line: 3, code: 'missing-value' },
    ]);
  });

  it('refuses the sheet that lacks a column, and a workbook without any of our tables', async () => {
    const { refused, summary } = await desk.import({
      'a.xlsx': toXlsx({
        ok: [
          ['uai', 'nom'],
          [UAI.ducs, 'Lycée'],
        ],
        p: [['email', 'prenom', 'naissance']],
      }),
      'b.xlsx': toXlsx({ n: [['Notes']], m: [] }),
    });
    expect(summary.created).toBe(1);
    expect(refused).toMatchObject([
      { file: 'a.xlsx › p', code: 'unrecognised-file', reason: expect.stringContaining('personnes') },
      { file: 'b.xlsx › n', code: 'unrecognised-file' },
    ]);
  });
});

describe('a file that is no workbook of ours', () => {
  const book = () => {
    const workbook = utils.book_new();
    utils.book_append_sheet(
      workbook,
      utils.aoa_to_sheet([
        ['uai', 'nom'],
        [UAI.ducs, 'Lycée'],
      ]),
      'a',
    );
    return workbook;
  };
  const as = (bookType: 'biff8' | 'xlsb') => new Uint8Array(write(book(), { type: 'array', bookType }));
  const xlsx = () =>
    toXlsx({
      a: [
        ['uai', 'nom'],
        [UAI.ducs, 'Lycée'],
      ],
    });
  const locked = () => {
    const name = [...'EncryptedPackage'].flatMap((char) => [char.charCodeAt(0), 0]);
    return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(1), ...name]);
  };
  it.each([
    ['an XLS file', () => as('biff8'), 'ancien format Excel', 'CSV UTF-8'],
    ['an XLSB file', () => as('xlsb'), 'n’est pas un classeur Excel', 'CSV UTF-8'],
    ['a locked workbook', locked, 'mot de passe', 'Retirez le mot de passe'],
    ['half a workbook', () => xlsx().subarray(0, 900), 'abîmé', 'CSV UTF-8'],
    ['a workbook with a byte changed', () => damage(xlsx()), 'abîmé', 'CSV UTF-8'],
    ['a ZIP of something else', () => Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'abîmé', 'CSV UTF-8'],
    ['a blank workbook', () => toXlsx({ a: [], b: [['', ' ']] }), 'vide', 'CSV UTF-8'],
  ])('refuses %s, explains how to correct it, and imports the other files', async (_, bytes, reason, fix) => {
    const { refused, summary } = await desk.import({
      'a.xlsx': bytes(),
      'b.csv': `uai;nom\n${UAI.ducs};Lycée\n`,
    });
    expect(summary.created).toBe(1);
    expect(refused).toMatchObject([{ file: 'a.xlsx', line: 1, code: 'unreadable-file' }]);
    expect(refused[0]?.reason).toContain(reason);
    expect(refused[0]?.fix).toContain(fix);
  });
});

/** A byte in the middle of the first sheet's packed content. */
function damage(bytes: Uint8Array): Uint8Array {
  const name = new TextEncoder().encode('xl/worksheets/sheet1.xml');
  const at = bytes.findIndex((_, start) => name.every((byte, offset) => bytes[start + offset] === byte));
  const damaged = bytes.slice();
  damaged[at + name.length + 40] = (damaged[at + name.length + 40] ?? 0) ^ 0xff;
  return damaged;
}
