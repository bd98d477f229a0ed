import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorkerPorts, type WorkerPorts } from '../../src/assembly/worker-ports.node.ts';
import { ROOT } from '../support/command-line.ts';
import { pngChunk } from '../support/load/floods.ts';

/** What the process may grow by while a picture is read, in bytes. */
const LARGEST_GROWTH = 420_000_000;
/** The rows that the decoder keeps of one picture. */
const RASTER_BYTES = 80_000_000;
const MAX_PIXELS = 26_000_000;

const CHANNELS = {
  grey: [0, 1],
  colour: [2, 3],
  palette: [3, 1],
  'grey and alpha': [4, 2],
  'colour and alpha': [6, 4],
} as const;

/** A black picture of this kind. */
function blackPng(
  colourType: number,
  depth: number,
  size: { readonly width: number; readonly height: number },
) {
  const channels = Object.values(CHANNELS).find(([type]) => type === colourType)?.[1] ?? 4;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size.width, 0);
  header.writeUInt32BE(size.height, 4);
  header[8] = depth;
  header[9] = colourType;
  const rows = Buffer.alloc((Math.ceil((size.width * channels * depth) / 8) + 1) * size.height);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      pngChunk('IHDR', header),
      ...(colourType === 3 ? [pngChunk('PLTE', Buffer.alloc(3))] : []),
      pngChunk('IDAT', deflateSync(rows)),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** The height at which a picture of this kind is as large as is read. */
function largestHeight(channels: number, depth: number, width: number): number {
  const row = Math.ceil((width * channels * depth) / 8) + 1;
  return Math.floor(Math.min(MAX_PIXELS / width, RASTER_BYTES / row));
}

let ports: WorkerPorts;
beforeAll(() => {
  ports = makeWorkerPorts(`${ROOT}dist/worker-thread.js`);
});
afterAll(() => ports.close());

const WIDTH = 5000;
const KINDS = Object.entries(CHANNELS).flatMap(([name, [type, channels]]) =>
  (type === 3 ? [8] : [8, 16]).map((depth) => ({ name, type, channels, depth })),
);

describe('a picture of the largest size', () => {
  it.each(KINDS)('in $name with $depth bits is read in bounded memory', async ({ type, channels, depth }) => {
    const image = blackPng(type, depth, { width: WIDTH, height: largestHeight(channels, depth, WIDTH) });
    const before = process.memoryUsage.rss();
    let largest = 0;
    const look = setInterval(() => {
      largest = Math.max(largest, process.memoryUsage.rss() - before);
    }, 20);
    const found = await ports.fileReader.readCodes(image);
    clearInterval(look);
    expect(found).toEqual({ kind: 'texts', texts: [] });
    expect(largest).toBeGreaterThan(0);
    expect(largest).toBeLessThan(LARGEST_GROWTH);
  });

  it.each(KINDS)(
    'and a row, in $name with $depth bits, is refused unread',
    async ({ type, channels, depth }) => {
      const height = largestHeight(channels, depth, WIDTH) + 1;
      const found = await ports.fileReader.readCodes(blackPng(type, depth, { width: WIDTH, height }));
      expect(found).toMatchObject({ kind: 'refused', code: 'image-too-large' });
    },
  );
});
