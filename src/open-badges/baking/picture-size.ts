import { decompressesWithin } from './compression.ts';
import { IDAT, IEND, IHDR, PNG_SIGNATURE, walkPng } from './png-chunk.ts';

/** The image formats of photographs. Codes are read in the first two. */
export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'heif' | 'gif' | 'bmp';

const LATIN = new TextDecoder('latin1');

/** The format, from the first bytes; undefined if they do not belong to an image. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  if (PNG_SIGNATURE.every((byte, at) => bytes[at] === byte)) return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  const head = LATIN.decode(bytes.subarray(0, 32));
  if (/^RIFF.{4}WEBP/s.test(head)) return 'webp';
  if (/^.{4}ftyp(?:heic|heix|hevc|mif1|msf1|avif)/s.test(head)) return 'heif';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  return /^BM.{4}\0{4}/s.test(head) ? 'bmp' : undefined;
}

export interface PictureSize {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The bytes that a decoder keeps of the whole picture before it makes anything of them: the rows of a PNG,
   *  the samples of a JPEG, and the coefficients of one that is sent in several scans. */
  readonly rasterBytes: number;
}

/** The size that a PNG or a JPEG states, read before any pixel; undefined if none is stated, or one that no
 *  standard knows. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return pictureFormat(bytes) === 'png' ? pngSize(view) : jpegSize(view);
}

/** Bits of a sample (PNG §11.2.2). */
const DEPTHS = new Set([1, 2, 4, 8, 16]);

/** PNG §11.2.2: IHDR must be the first chunk. Otherwise a tolerant decoder could find another size than this
 *  one. */
function pngSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 29 || view.getUint32(12) !== IHDR) return undefined;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, channels] = [view.getUint8(24), CHANNELS[view.getUint8(25)]];
  if (!DEPTHS.has(depth) || channels === undefined) return undefined;
  const row = Math.ceil((width * depth * channels) / 8) + 1;
  if (view.getUint8(28) === 0) return { width, height, rasterBytes: row * height };
  // Seven passes of interlacing, each with its own rows, at whose ends bits may be left over (PNG §8.1).
  return { width, height, rasterBytes: (row + 8) * (height + 8) * 2 };
}

const START_OF_FRAME = new Set([0xc0, 0xc1, 0xc2, 0xc3]);
const PROGRESSIVE = 0xc2;

/** JPEG (ITU T.81, annex B): reads the engagements up to the header of the frame. */
function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 10 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (START_OF_FRAME.has(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      // A coefficient takes two bytes next to the sample that is made of it.
      const samples = width * height * view.getUint8(at + 9);
      return { width, height, rasterBytes: marker === PROGRESSIVE ? 3 * samples : samples };
    }
    // A marker may be preceded by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Whether the pixels of a PNG take no more room than its stated size allows. Otherwise a small file could
 *  expand and fill the memory of the library. */
export async function isPngAsStated(bytes: Uint8Array, { rasterBytes }: PictureSize): Promise<boolean> {
  const pixels = imageData(bytes);
  return pixels !== undefined && (await decompressesWithin(pixels, 'deflate', rasterBytes));
}

/** Channels by colour type (PNG §11.2.2). */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The compressed pixels; undefined if the file is cut short. They are moved together in one copy of the
 *  file: it may have a chunk for every thirteen bytes, and an array for each of them takes far more room. */
function imageData(bytes: Uint8Array): Uint8Array | undefined {
  const copy = bytes.slice();
  let length = 0;
  const hasEnd = walkPng(bytes, ({ type, dataAt, dataEnd }) => {
    if (type !== IDAT) return type === IEND;
    copy.copyWithin(length, dataAt, dataEnd);
    length += dataEnd - dataAt;
    return false;
  });
  return hasEnd ? copy.subarray(0, length) : undefined;
}
