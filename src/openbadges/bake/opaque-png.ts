import { decompress, joinBytes } from '../compression.ts';
import { IDAT, walkPng } from './png-chunk.ts';
import { writePng } from './write-png.ts';

const RGBA = 4;
const RGB = 3;

/** Our own drawing (8 bits, RGBA, lines without a filter, as `drawingPng` writes it) on white, without
 *  transparency. The PDF library then has nothing to decode, which it cannot do on every runtime. */
export async function opaquePng(png: Uint8Array): Promise<Uint8Array> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const stride = width * RGBA + 1;
  const drawn = await decompress(imageDataOf(png), 'deflate', stride * height);
  const lines = new Uint8Array((width * RGB + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = y * stride + 1 + x * RGBA;
      const to = y * (width * RGB + 1) + 1 + x * RGB;
      const alpha = (drawn[from + RGB] ?? 0) / 255;
      for (let c = 0; c < RGB; c += 1) lines[to + c] = 255 + ((drawn[from + c] ?? 0) - 255) * alpha;
    }
  }
  return writePng({ width, height, bits: 8, colours: 'rgb' }, lines);
}

function imageDataOf(png: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  walkPng(png, ({ type, dataAt, dataEnd }) => {
    if (type === IDAT) parts.push(png.subarray(dataAt, dataEnd));
    return false;
  });
  return joinBytes(parts);
}
