import { crc32 as zlibCrc32 } from 'node:zlib';
import { fc, test } from '@fast-check/vitest';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { qrPng } from '../../src/adapters/http/components/qr-code.ts';
import { bilevelPng } from '../../src/open-badges/baking/bilevel-png.ts';
import { crc32 } from '../../src/open-badges/baking/crc32.ts';

const read = (png: Uint8Array) => PNG.sync.read(Buffer.from(png), { checkCRC: true });

describe('a picture of cells', () => {
  test.prop([fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), fc.integer({ min: 1, max: 9 })], {
    numRuns: 50,
  })('has each cell at its place, black on white', async (cells, scale) => {
    const isDark = (row: number, column: number) => cells[row * 5 + column] ?? false;
    const { width, height, data } = read(await bilevelPng({ size: 5, isDark }, { scale, margin: 1 }));
    expect([width, height]).toEqual([7 * scale, 7 * scale]);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const [row, column] = [Math.floor(y / scale) - 1, Math.floor(x / scale) - 1];
        const isInside = Math.min(row, column) >= 0 && Math.max(row, column) < 5;
        expect(data[(y * width + x) * 4]).toBe(isInside && isDark(row, column) ? 0 : 255);
      }
    }
  });

  it('of an address is read by another project’s reader of QR codes', async () => {
    for (const address of ['https://jalon.test/credentials/CUs3f2YWOgmXThnTOYq7Jg', 'é', 'x'.repeat(300)]) {
      const { data, width, height } = read(await qrPng(address));
      expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(address);
    }
  });
});

test.prop([fc.uint8Array({ maxLength: 100 })])('the checksum of a chunk is that of zlib', (bytes) => {
  expect(crc32(bytes)).toBe(zlibCrc32(bytes));
  expect(crc32(bytes.subarray(1))).toBe(zlibCrc32(bytes.subarray(1)));
});
