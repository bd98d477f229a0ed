import { CFB, utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk, UAI } from '../files/support.ts';
import { replacePart } from './workbooks.ts';

type Archive = ReturnType<typeof CFB.read>;

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const ods = () => {
  const workbook = utils.book_new();
  const rows = [
    ['uai', 'nom'],
    [UAI.guyot, 'Collège'],
  ];
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), 'a');
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'ods' }));
};
const withContent = (change: (xml: string) => string) => replacePart(ods(), '/content.xml', change);

/** The row of the school, which the library writes last. */
const lastRow = /<table:table-row>(?![\s\S]*<table:table-row>)/;

describe('a workbook of LibreOffice', () => {
  it('is read like one of Excel', async () => {
    const { summary, refused } = await desk.import({ 'a.ods': ods() });
    expect(refused).toEqual([]);
    expect(summary.created).toBe(1);
  });

  it('is refused for cells repeated a million times in a few bytes', async () => {
    for (const repeated of [
      'table:number-columns-repeated="1000000"',
      'table:number-columns-repeated="16384" table:style-name="x"',
      'table:style-name="a>b" table:number-columns-repeated="16384"',
      'x:number-columns-repeated="1" table:number-columns-repeated="16384"',
    ]) {
      const bytes = withContent((xml) =>
        xml
          .replace(lastRow, '<table:table-row table:number-rows-repeated="1048576">')
          .replace(
            /<table:table-cell office:value-type="string">/,
            `<table:table-cell ${repeated} office:value-type="string">`,
          ),
      );
      const { refused } = await desk.import({ 'a.ods': bytes });
      expect(refused).toMatchObject([
        { code: 'unreadable-file', reason: expect.stringContaining('trop grand') },
      ]);
    }
  });

  it('is refused for values without a text repeated a million times', async () => {
    const valued =
      '<table:table-row table:number-rows-repeated="1048574"><table:table-cell office:value-type="float" office:value="5" table:number-columns-repeated="16384"></table:table-cell></table:table-row>';
    const bytes = withContent((xml) => xml.replace('</table:table>', `${valued}</table:table>`));
    const { refused } = await desk.import({ 'a.ods': bytes });
    expect(refused).toMatchObject([{ reason: expect.stringContaining('trop grand') }]);
  });

  it('is read where a formula compares two cells', async () => {
    const bytes = withContent((xml) =>
      xml.replace('<table:table-cell ', '<table:table-cell table:formula="of:=[.A1]>[.B1]" '),
    );
    expect((await desk.import({ 'a.ods': bytes })).summary).toMatchObject({ created: 1, refused: 0 });
  });

  it('is read where only its empty end is repeated, as in every sheet of LibreOffice', async () => {
    const end =
      '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const bytes = withContent((xml) => xml.replace('</table:table>', `${end}</table:table>`));
    expect((await desk.import({ 'a.ods': bytes })).summary).toMatchObject({ created: 1, refused: 0 });
  });

  it('is refused where it declares entities of its own', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const bytes = withContent((xml) =>
      xml.replace(/<office:document-content/, `${bomb}<office:document-content`).replace('Collège', '&b;'),
    );
    const { refused } = await desk.import({ 'a.ods': bytes });
    expect(refused).toMatchObject([{ code: 'unreadable-file', reason: expect.stringContaining('abîmé') }]);
  });

  it('is refused before it is completely unpacked', async () => {
    const bytes = replacePart(ods(), '/content.xml', () => new Uint8Array(60 * 1_048_576));
    const { refused } = await desk.import({ 'a.ods': bytes });
    expect(refused).toMatchObject([{ reason: expect.stringContaining('trop grand') }]);
  });

  it.each([
    [
      'a text document',
      (archive: Archive) => setPart(archive, 'mimetype', 'application/vnd.oasis.opendocument.text'),
      'n’est pas un classeur',
    ],
    [
      'a locked workbook',
      (archive: Archive) => setPart(archive, 'META-INF/manifest.xml', '<manifest:encryption-data/>'),
      'mot de passe',
    ],
  ])('is distinguished from %s, which is refused', async (_, change, reason) => {
    const archive = CFB.read(ods(), { type: 'array' });
    change(archive);
    const bytes = new Uint8Array(CFB.write(archive, { type: 'array', fileType: 'zip' }));
    const { refused } = await desk.import({ 'a.ods': bytes });
    expect(refused).toMatchObject([{ code: 'unreadable-file', reason: expect.stringContaining(reason) }]);
  });
});

function setPart(archive: Archive, path: string, text: string): void {
  const part = CFB.find(archive, `/${path}`);
  if (!part) throw new Error(`no part ${path}`);
  part.content = new TextEncoder().encode(text);
  part.size = part.content.length;
}
