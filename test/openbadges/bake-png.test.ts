import { crc32, deflateSync } from 'node:zlib';
import { fc, test } from '@fast-check/vitest';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { bakePng, extractFromPng } from '../../src/open-badges/baking/bake-png.ts';

const image = new PNG({ width: 3, height: 2, fill: true });
image.data.fill(0x7f);
const png = new Uint8Array(PNG.sync.write(image));

function makeChunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}

/** The image with more chunks before its IEND (12 bytes). */
function withChunks(...chunks: readonly Buffer[]): Uint8Array {
  return Buffer.concat([png.subarray(0, -12), ...chunks, png.subarray(-12)]);
}

function itxt(text: Uint8Array, flag = 0, keyword = 'openbadgecredential'): Buffer {
  return makeChunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from([flag, 0, 0, 0]), text]));
}

function countOf(bytes: Uint8Array, mark: string): number {
  return Buffer.from(bytes).toString('latin1').split(mark).length - 1;
}

describe('bakePng', () => {
  test.prop([fc.json()], { numRuns: 50 })('gives back the very text that was baked', async (text) => {
    expect(await extractFromPng(bakePng(png, text))).toEqual({ text, several: false });
  });

  it('keeps the picture, and accents', async () => {
    const baked = bakePng(png, '{"name":"RUPN confirmé·e 🎓"}');
    const decoded = PNG.sync.read(Buffer.from(baked), { checkCRC: true });
    expect(decoded.data.equals(image.data)).toBe(true);
    expect((await extractFromPng(baked))?.text).toBe('{"name":"RUPN confirmé·e 🎓"}');
  });

  it('replaces an earlier credential: one chunk only', async () => {
    const twice = bakePng(bakePng(png, 'eyJ.old.sig'), 'eyJ.new.sig');
    expect(countOf(twice, 'openbadgecredential')).toBe(1);
    expect(await extractFromPng(twice)).toEqual({ text: 'eyJ.new.sig', several: false });
    expect(twice).toEqual(bakePng(png, 'eyJ.new.sig'));
  });

  it('keeps the other texts of the image', () => {
    const other = withChunks(itxt(Buffer.from('x'), 0, 'Title'));
    expect(countOf(bakePng(other, '{}'), 'Title')).toBe(1);
  });

  it('writes the chunk that the standard describes', () => {
    const expected = withChunks(itxt(Buffer.from('{"é":1}')));
    expect(Buffer.from(bakePng(png, '{"é":1}')).equals(Buffer.from(expected))).toBe(true);
  });
});

describe('a record of badges in a PNG', () => {
  it('has the keyword of CLR 2.0, and replaces a badge, as a badge replaces it', async () => {
    const record = bakePng(bakePng(png, '{"n":1}'), '{"n":2}', 'record');
    expect(Buffer.from(record).includes('clrcredential\0\0\0\0\0{"n":2}')).toBe(true);
    expect(await extractFromPng(record)).toEqual({ text: '{"n":2}', several: false });
    expect(await extractFromPng(bakePng(record, '{"n":3}'))).toEqual({ text: '{"n":3}', several: false });
  });
});

describe('extractFromPng', () => {
  it('finds nothing in an ordinary image', async () => {
    expect(await extractFromPng(png)).toBeUndefined();
    expect(await extractFromPng(withChunks(itxt(Buffer.from('{}'), 0, 'Comment')))).toBeUndefined();
  });

  it('takes the first of several and reports this', async () => {
    const two = withChunks(itxt(Buffer.from('{"n":1}')), itxt(Buffer.from('{"n":2}')));
    expect(await extractFromPng(two)).toEqual({ text: '{"n":1}', several: true });
  });

  it('reads a stranger’s compressed chunk', async () => {
    const compressed = withChunks(itxt(deflateSync('{"n":"é"}'), 1));
    expect((await extractFromPng(compressed))?.text).toBe('{"n":"é"}');
  });

  it('stops at the limit of a compressed bomb', async () => {
    const bomb = withChunks(itxt(deflateSync(Buffer.alloc(64 * 1024 * 1024)), 1));
    await expect(extractFromPng(bomb)).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  it('finds every cut: no shortened file is accepted', async () => {
    const baked = bakePng(png, '{"n":1}');
    for (let length = 0; length < baked.length; length += 1) {
      await expect(extractFromPng(baked.subarray(0, length))).rejects.toMatchObject({
        code: 'unreadable-file',
      });
    }
  });

  test.prop([fc.nat(), fc.integer({ min: 1, max: 255 })], { numRuns: 100 })(
    'finds every changed byte',
    async (position, difference) => {
      const damaged = bakePng(png, '{"n":1}').slice();
      const at = position % damaged.length;
      damaged[at] = (damaged[at] ?? 0) ^ difference;
      await expect(extractFromPng(damaged)).rejects.toMatchObject({ code: 'unreadable-file' });
    },
  );

  it.each([
    ['no UTF-8', itxt(Buffer.from([0xff, 0xfe]))],
    ['broken off inside its head', makeChunk('iTXt', Buffer.from('openbadgecredential\0\0\0'))],
    ['compressed without being so', itxt(Buffer.from('{}'), 1)],
    ['too large', itxt(Buffer.alloc(2 * 1024 * 1024 + 1, 0x20))],
  ])('refuses a text that is %s', async (_, chunk) => {
    await expect(extractFromPng(withChunks(chunk))).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  it('refuses an image beyond the limit', async () => {
    const large = withChunks(makeChunk('prVt', Buffer.alloc(10 * 1024 * 1024)));
    await expect(extractFromPng(large)).rejects.toMatchObject({ code: 'unreadable-file' });
  });
});
