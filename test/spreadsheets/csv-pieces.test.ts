import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/adapters/spreadsheets/csv-encoding.ts';
import {
  cutCsvPiece,
  delimiterOf,
  openCsv,
  readCsvHead,
} from '../../src/adapters/spreadsheets/csv-reader.ts';
import { type CutPlace, makeRecordCutter } from '../../src/adapters/spreadsheets/csv-records.ts';
import type { SheetRow } from '../../src/application/files/import/sheet.ts';
import { encodeUtf16 } from '../../src/application/files/utf16.ts';
import { rounds } from '../support/property-runs.ts';
import { toSource } from '../support/servers/service.ts';

const WIDTH = 3;

function cutIn(pieces: readonly string[]) {
  const cutter = makeRecordCutter(';', WIDTH);
  return [...pieces.flatMap((piece) => [...cutter.push(piece)]), ...cutter.end()];
}

describe('the records of a CSV file', () => {
  it('are the same in whatever pieces the file is read', () => {
    const signs = fc.constantFrom('a', ';', '"', '""', '\n', '\r\n', '\r', ' ', 'é', '"x;y"', 'a;b;c\n');
    const text = fc.array(signs, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (whole, length) => {
        const pieces = whole.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? [];
        expect(cutIn(pieces)).toEqual(cutIn([whole]));
      }),
      { numRuns: rounds(2000) },
    );
  });

  const encodings = {
    'UTF-8': (text: string) => new TextEncoder().encode(text),
    'UTF-8 behind a BOM': (text: string) => new TextEncoder().encode(`\uFEFF${text}`),
    'Windows-1252': (text: string) => Uint8Array.from(Buffer.from(text, 'latin1')),
    'UTF-16 of little ends': (text: string) => encodeUtf16(`\uFEFF${text}`, 'utf-16le'),
    'UTF-16 of big ends': (text: string) => encodeUtf16(`\uFEFF${text}`, 'utf-16be'),
    'bytes that are no UTF-8, behind its BOM': (text: string) =>
      Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from(text, 'latin1')]),
  } as const;
  it.each(Object.entries(encodings))(
    'are the same where each piece is cut apart, in %s',
    async (_, encode) => {
      const signs = fc.constantFrom(
        'a',
        ';',
        '"',
        '""',
        '\n',
        '\r\n',
        '\r',
        'é',
        '"x;y"',
        'a;b;c\n',
        '𝄞',
        '\uFEFF',
      );
      const texts = fc.array(signs, { maxLength: 30 }).map((parts) => `x;y;z\n${parts.join('')}`);
      await fc.assert(
        fc.asyncProperty(texts, fc.integer({ min: 4, max: 30 }), async (text, pieceBytes) => {
          const bytes = encode(text);
          expect(await cutApart(bytes, pieceBytes)).toEqual(await cutWhole(bytes));
        }),
        { numRuns: rounds(300) },
      );
    },
  );
});

const sourceOf = (bytes: Uint8Array) => ({
  ...toSource(['a.csv', '']),
  open: async function* () {
    yield bytes;
  },
});

async function cutWhole(bytes: Uint8Array): Promise<readonly SheetRow[]> {
  const { top, rows } = await openCsv(sourceOf(bytes));
  return Array.fromAsync(rows(top[0] as never));
}

/** Cuts each piece by a cutter of its own, which knows nothing but where the piece before was cut. */
async function cutApart(bytes: Uint8Array, pieceBytes: number): Promise<readonly SheetRow[]> {
  const { top, encoding } = await readCsvHead(sourceOf(bytes));
  const [header] = top;
  if (!header) throw new Error('no header');
  const rows: SheetRow[] = [];
  let from: CutPlace | undefined;
  let left = bytes.length;
  for (const piece of piecesOf(bytes, encoding, pieceBytes)) {
    left -= piece.length;
    const about = { name: 'a.csv', encoding, delimiter: delimiterOf(top, header), header };
    const cut = cutCsvPiece({ ...about, bytes: piece, from, isLast: left === 0 });
    rows.push(...cut.rows);
    from = JSON.parse(JSON.stringify(cut.place));
  }
  return rows;
}
