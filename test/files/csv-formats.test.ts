import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { type Desk, openDesk, UAI } from './support.ts';

const SCHOOL = 'Lycée Œuvre « Été » d’Arnay, 12 €';

/** The characters of Windows-1252 that are not in ISO 8859-1. */
const CP1252: Readonly<Record<string, number>> = { '€': 0x80, Œ: 0x8c, '’': 0x92, œ: 0x9c };

const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with BOM': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'Windows-1252': (text) => Uint8Array.from(text, (char) => CP1252[char] ?? char.charCodeAt(0)),
};

describe('CSV files of every shape', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const shapes = Object.keys(ENCODINGS).flatMap((encoding) =>
    [';', ','].flatMap((delimiter) => ['\n', '\r\n'].map((end) => ({ encoding, delimiter, end }))),
  );
  it.each(shapes)('$encoding, delimiter $delimiter, line end $end', async ({ encoding, delimiter, end }) => {
    const header = ['uai', 'nom', 'commune'].join(delimiter);
    const line = [UAI.guyot, `"${SCHOOL}"`, 'Arnay-le-Duc'].join(delimiter);
    const bytes = ENCODINGS[encoding]?.(`${header}${end}${line}${end}`) ?? new Uint8Array();
    const { entries, summary } = await desk.import({ 'a.csv': bytes });
    expect(entries).toEqual([]);
    expect(summary.created).toBe(1);
    const [school] = await desk.store.readSchoolsByUai([UAI.guyot as never]);
    expect(school).toMatchObject({ name: SCHOOL, commune: 'Arnay-le-Duc' });
  });

  it('finds the delimiter outside the quotes of the header', async () => {
    const { refused } = await desk.import({ 'a.csv': `uai,nom,"a;b;c;d;e"\n${UAI.guyot},Collège,x\n` });
    expect(refused).toEqual([]);
  });

  it('reads column names with any case, accents and spaces', async () => {
    const { refused, notices } = await desk.import({
      'a.csv': `  UAI ;NOM;Code Département\n${UAI.guyot};Collège;21\n`,
    });
    expect(refused).toEqual([]);
    expect(notices).toEqual([]);
  });

  it('skips blank lines, but counts them', async () => {
    const { refused, summary } = await desk.import({
      'a.csv': `uai;nom\n\n;\n${UAI.guyot};Collège\n \n${UAI.lacaille};\n`,
    });
    expect(summary.created).toBe(1);
    expect(refused).toMatchObject([{ line: 6, column: 'nom', code: 'missing-value' }]);
  });

  it('accepts empty cells after the last column', async () => {
    const { summary } = await desk.import({ 'a.csv': `uai;nom;;\n${UAI.guyot};Collège;;;;\n` });
    expect(summary).toMatchObject({ created: 1, refused: 0, notices: 0 });
  });

  it('treats the missing cells of a short line as empty', async () => {
    const { refused, summary } = await desk.import({
      'a.csv': `uai;nom;commune\n${UAI.guyot};Collège\n${UAI.lacaille}\n`,
    });
    expect(summary.created).toBe(1);
    expect(refused).toMatchObject([{ line: 3, column: 'nom' }]);
  });

  it('refuses a line with too many cells, and imports the others', async () => {
    const { refused, summary } = await desk.import({
      'a.csv': `uai;nom;commune\n${UAI.guyot};Collège;a;b\n${UAI.lacaille};Collège;c\n`,
    });
    expect(summary.created).toBe(1);
    expect(refused).toMatchObject([
      {
        line: 2,
        code: 'wrong-cell-count',
        reason: fr.files.refusals['wrong-cell-count'].reason({ expected: 3, found: 4 }),
      },
    ]);
  });

  it('refuses the line of an unclosed quote, and imports the lines below', async () => {
    const { refused, summary } = await desk.import({
      'a.csv': `uai;nom\n${UAI.guyot};"Collège\n${UAI.lacaille};Collège\n`,
    });
    expect(summary.created).toBe(1);
    expect(refused).toMatchObject([{ line: 2, code: 'unclosed-quote', value: `${UAI.guyot};"Collège` }]);
  });
});

describe('a file that is no table of ours', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  it.each([
    ['an empty file', 'a.xlsx', new Uint8Array(), 'Le fichier est vide.'],
    ['blank lines only', 'a.xlsx', new TextEncoder().encode('\n;;\n'), 'Le fichier est vide.'],
    ['binary', 'a.csv', Uint8Array.of(0x75, 0x00, 0x61), fr.files.refusals['unreadable-file'].reason({})],
    ['no workbook', 'a.xlsx', Uint8Array.of(0x75, 0x00, 0x61), 'Le fichier n’est pas un classeur Excel'],
  ])(
    'refuses %s by name, explains how to correct it, and imports the other files',
    async (_, name, bytes, reason) => {
      const { refused, summary } = await desk.import({
        [name]: bytes,
        'b.csv': `uai;nom\n${UAI.guyot};Collège\n`,
      });
      expect(summary.created).toBe(1);
      expect(refused).toMatchObject([{ file: name, line: 1, code: 'unreadable-file' }]);
      expect(refused[0]?.reason).toContain(reason);
      expect(refused[0]?.fix).toContain('CSV UTF-8');
    },
  );

  it('refuses a header of no known kind, and one with a column twice', async () => {
    const { refused } = await desk.import({
      'a.csv': 'foo;bar\n1;2\n',
      'b.csv': `uai;nom;nom\n${UAI.guyot};a;b\n`,
      'c.csv': 'email;uai;debut;missions\na@b.fr;x;y;z\n',
    });
    expect(refused).toMatchObject([
      { file: 'a.csv', code: 'unrecognised-file', reason: fr.files.refusals['unrecognised-file'].reason({}) },
      { file: 'b.csv', line: 1, column: 'nom', code: 'duplicate-column' },
      { file: 'c.csv', code: 'unrecognised-file' },
    ]);
    expect(refused[2]?.reason).toContain('engagements, mais il y manque\u00a0: reference');
  });
});
