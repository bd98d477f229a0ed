import { compress, decompress, joinBytes } from '../compression.ts';
import { makePngChunk, PNG_SIGNATURE } from './png-chunk.ts';

const RGBA = 4;

/** Our own drawing (8 bits, RGBA, not interlaced, as resvg writes it) on white, without transparency. The PDF
 *  library then has nothing to decode, which it cannot do on every runtime. */
export async function opaquePng(png: Uint8Array): Promise<Uint8Array> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const stride = width * RGBA;
  const raw = await decompress(imageDataOf(png, view), 'deflate', (stride + 1) * height);
  const rows = new Uint8Array((width * 3 + 1) * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const at = y * (stride + 1);
    const line = unfiltered(raw.subarray(at + 1, at + 1 + stride), above, raw[at] ?? 0);
    const to = y * (width * 3 + 1) + 1;
    for (let x = 0; x < width; x += 1) {
      const alpha = (line[x * RGBA + 3] ?? 0) / 255;
      for (let c = 0; c < 3; c += 1) rows[to + x * 3 + c] = 255 + ((line[x * RGBA + c] ?? 0) - 255) * alpha;
    }
    above = line;
  }
  const header = png.slice(16, 29);
  header[9] = 2;
  const parts = [makePngChunk('IHDR', header), makePngChunk('IDAT', await compress(rows, 'deflate'))];
  return joinBytes([PNG_SIGNATURE, ...parts, makePngChunk('IEND', new Uint8Array())]);
}

function imageDataOf(png: Uint8Array, view: DataView): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = PNG_SIGNATURE.length; at + 12 <= png.length; at += 12 + view.getUint32(at)) {
    // The chunk type `IDAT`.
    if (view.getUint32(at + 4) === 0x49444154) parts.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return joinBytes(parts);
}

/** PNG §9.2: the bytes of a row, from its filter and the row above. */
function unfiltered(row: Uint8Array, above: Uint8Array, filter: number): Uint8Array<ArrayBuffer> {
  const line = new Uint8Array(row.length);
  for (let i = 0; i < row.length; i += 1) {
    const [a, b, c] = [line[i - RGBA] ?? 0, above[i] ?? 0, i < RGBA ? 0 : (above[i - RGBA] ?? 0)];
    const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter] ?? 0;
    line[i] = (row[i] ?? 0) + guess;
  }
  return line;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
