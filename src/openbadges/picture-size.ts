import { decompress, joinBytes } from './compression.ts';
import { PNG_SIGNATURE } from './png-chunk.ts';

/** The image formats of photographs. Codes are read in the first two. */
export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'heif' | 'gif' | 'bmp';

const LATIN = new TextDecoder('latin1');

/** The format, from the first bytes; undefined where they do not belong to an image. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  if (PNG_SIGNATURE.every((byte, at) => bytes[at] === byte)) return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  const head = LATIN.decode(bytes.subarray(0, 32));
  if (/^RIFF.{4}WEBP/s.test(head)) return 'webp';
  if (/^.{4}ftyp(?:heic|heix|hevc|mif1|msf1|avif)/s.test(head)) return 'heif';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  return /^BM.{4}\0{4}/s.test(head) ? 'bmp' : undefined;
}

/** The size of a picture in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height stated by a PNG or a JPEG, read before any pixel; undefined where none is stated. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return pictureFormat(bytes) === 'png' ? pngSize(view) : jpegSize(view);
}

const IHDR = 0x49484452;

/** PNG §11.2.2: IHDR must be the first chunk. Otherwise a tolerant decoder could find another size than this
 *  one. */
function pngSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 26 || view.getUint32(12) !== IHDR) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const START_OF_FRAME = new Set([0xc0, 0xc1, 0xc2, 0xc3]);

/** JPEG (ITU T.81, annex B): reads the segments up to the header of the frame. */
function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (START_OF_FRAME.has(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // A marker may be preceded by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Whether the pixels of a PNG take no more room than its stated size allows. Otherwise a small file could
 *  expand and fill the memory of the library. The margin is for the seven passes of interlacing, each with
 *  its own rows (PNG §8.1). */
export async function isPngAsStated(bytes: Uint8Array, { width, height }: PictureSize): Promise<boolean> {
  const bitsAPixel = (bytes[24] ?? 0) * (CHANNELS[bytes[25] ?? 0] ?? 4);
  const limit = (Math.ceil((width * bitsAPixel) / 8) + 1 + 8) * (height + 8) * 2;
  try {
    await decompress(joinBytes(imageData(bytes)), 'deflate', limit);
    return true;
  } catch {
    return false;
  }
}

/** Channels by colour type (PNG §11.2.2). */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function imageData(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = PNG_SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (LATIN.decode(bytes.subarray(at + 4, at + 8)) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return parts;
}
