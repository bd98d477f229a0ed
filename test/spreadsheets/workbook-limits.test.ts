import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../src/adapters/spreadsheets/open.ts';
import { WORKBOOK_LIMITS } from '../../src/adapters/spreadsheets/xlsx-library.ts';
import { type Desk, openDesk, UAI } from '../files/support.ts';
import { replacePart, toXlsx } from './workbooks.ts';

const MEBIBYTE = 1_048_576;
const FIRST_SHEET_PATH = '/xl/worksheets/sheet1.xml';
const small = () =>
  toXlsx({
    a: [
      ['uai', 'nom'],
      [UAI.guyot, 'Collège'],
    ],
  });

describe('a workbook that is too large', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  it('is refused with the limits and the way out', async () => {
    const rows = Array.from({ length: WORKBOOK_LIMITS.rows }, (_, at) => ['x', at]);
    const { refused, summary } = await desk.import({ 'a.xlsx': toXlsx({ a: [['uai', 'nom'], ...rows] }) });
    expect(summary).toMatchObject({ created: 0, refused: 1 });
    expect(refused[0]?.reason).toBe(
      'Le classeur est trop grand\u00a0: il peut peser 8 Mo (32 Mo une fois décompressé) et compter 20\u202f000 lignes.',
    );
    expect(refused[0]?.fix).toContain('CSV UTF-8');
  });

  it('is refused before it is completely unpacked: a few kilobytes that unpack to 60 MB', async () => {
    const bomb = replacePart(small(), FIRST_SHEET_PATH, () => new Uint8Array(60 * MEBIBYTE));
    expect(bomb.length).toBeLessThan(MEBIBYTE);
    const { refused } = await desk.import({ 'a.xlsx': bomb });
    expect(refused).toMatchObject([
      { code: 'unreadable-file', reason: expect.stringContaining('trop grand') },
    ]);
  });

  it('is measured, not trusted for its stated sizes', async () => {
    const bomb = replacePart(small(), FIRST_SHEET_PATH, () => new Uint8Array(60 * MEBIBYTE));
    const { refused } = await desk.import({ 'a.xlsx': claimSizes(bomb, 10) });
    expect(refused[0]?.reason).toContain('trop grand');
  });

  it('is refused for a million small cells, which take much memory once read', async () => {
    const row = `<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`;
    const bytes = replacePart(small(), FIRST_SHEET_PATH, (xml) =>
      xml.replace('<sheetData>', `<sheetData>${row}`),
    );
    const { refused } = await desk.import({ 'a.xlsx': bytes });
    expect(refused).toMatchObject([
      { code: 'unreadable-file', reason: expect.stringContaining('trop grand') },
    ]);
  });

  it('is read without its cells beyond the last column, however many', async () => {
    const far = '<c><v>1</v></c>'.repeat(200_000);
    const bytes = replacePart(small(), FIRST_SHEET_PATH, (xml) =>
      xml.replace('</row></sheetData>', `${far}</row></sheetData>`),
    );
    const { refused } = await desk.import({ 'a.xlsx': bytes });
    expect(refused).toMatchObject([{ line: 2, code: 'wrong-cell-count' }]);
  });

  it('is not read past the limit, and stops being read there', async () => {
    let read = 0;
    const endless = {
      name: 'a.xlsx',
      async *open() {
        yield Uint8Array.of(0x50, 0x4b, 3, 4);
        for (; ; read += MEBIBYTE) yield new Uint8Array(MEBIBYTE);
      },
    };
    await expect(openSpreadsheet(endless)).rejects.toMatchObject({
      params: { reason: 'workbook-too-large' },
    });
    expect(read).toBeLessThanOrEqual(WORKBOOK_LIMITS.bytes + MEBIBYTE);
  });

  it('is not counted with parts that are not read', async () => {
    const bytes = replacePart(small(), '/docProps/app.xml', () => new Uint8Array(60 * MEBIBYTE));
    expect((await desk.import({ 'a.xlsx': bytes })).summary).toMatchObject({ created: 1, refused: 0 });
  });

  it('is read at once where a cell claims to stand four billion rows below', async () => {
    const bytes = replacePart(small(), FIRST_SHEET_PATH, (xml) =>
      xml.replaceAll('r="B2"', 'r="B4000000000"'),
    );
    const { refused } = await desk.import({ 'a.xlsx': bytes });
    expect(refused).toMatchObject([{ line: 2, column: 'nom', code: 'missing-value' }]);
  });

  it('keeps the cells of a far column, close together', async () => {
    const bytes = replacePart(small(), FIRST_SHEET_PATH, (xml) =>
      xml.replace('</row></sheetData>', '<c r="XFD2"><v>7</v></c></row></sheetData>'),
    );
    const { refused } = await desk.import({ 'a.xlsx': bytes });
    expect(refused).toMatchObject([{ line: 2, code: 'wrong-cell-count' }]);
  });
});

/** Sets every size in the central directory and the local headers to a false value. */
function claimSizes(bytes: Uint8Array, size: number): Uint8Array {
  const claimed = bytes.slice();
  const view = new DataView(claimed.buffer);
  for (let at = 0; at + 46 < claimed.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return claimed;
}
