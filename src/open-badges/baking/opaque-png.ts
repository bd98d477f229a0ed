import { decompress, joinBytes } from './compression.ts';
import { IDAT, IEND, makePngChunk, PLTE, PNG_SIGNATURE, type PngPlace, TRNS, walkPng } from './png-chunk.ts';
import { writePng } from './write-png.ts';

const RGBA = 4;
const RGB = 3;
const CRC_BYTES = 4;

/** Our own drawing (8 bits, lines without a filter, as `drawingPng` writes it) on white, without transparency. The
 *  PDF library then has nothing to decode, which it cannot do on every runtime. */
export async function opaquePng(png: Uint8Array): Promise<Uint8Array> {
  const places: PngPlace[] = [];
  walkPng(png, (place) => {
    places.push(place);
    return place.type === IEND;
  });
  const dataOf = (type: number) =>
    joinBytes(places.filter((one) => one.type === type).map((one) => png.subarray(one.dataAt, one.dataEnd)));
  const palette = dataOf(PLTE);
  if (palette.length === 0) return opaqueColours(png, dataOf(IDAT));
  const onWhite = makePngChunk('PLTE', opaquePalette(palette, dataOf(TRNS)));
  const chunks = places.flatMap(({ type, at, dataEnd }) => {
    if (type === TRNS) return [];
    return [type === PLTE ? onWhite : png.subarray(at, dataEnd + CRC_BYTES)];
  });
  return joinBytes([PNG_SIGNATURE, ...chunks]);
}

/** Only the palette changes: the picture itself holds the numbers of its colours. */
function opaquePalette(palette: Uint8Array, alphas: Uint8Array): Uint8Array {
  return palette.map((value, at) => onWhite(value, alphas[Math.floor(at / RGB)] ?? 255));
}

async function opaqueColours(png: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const stride = width * RGBA + 1;
  const drawn = await decompress(data, 'deflate', stride * height);
  const lines = new Uint8Array((width * RGB + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = y * stride + 1 + x * RGBA;
      const to = y * (width * RGB + 1) + 1 + x * RGB;
      for (let c = 0; c < RGB; c += 1) lines[to + c] = onWhite(drawn[from + c] ?? 0, drawn[from + RGB] ?? 0);
    }
  }
  return writePng({ width, height, bits: 8, colours: 'rgb' }, lines);
}

function onWhite(value: number, alpha: number): number {
  return 255 + ((value - 255) * alpha) / 255;
}
