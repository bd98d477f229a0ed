import { OpenBadgesError } from '../errors.ts';
import { decompress } from './compression.ts';
import { crc32 } from './crc32.ts';
import {
  IEND,
  IHDR,
  ITXT,
  PNG_SIGNATURE,
  type PngPlace,
  pngChunkBytes,
  TEXT,
  walkPng,
  writePngChunk,
  ZTXT,
} from './png-chunk.ts';

/** Keyword of the iTXt chunk that contains a badge (Open Badges 3.0, "Baked Badge"), or a record of badges
 *  (CLR 2.0, "Baked CLR"). */
const PNG_KEYWORDS = { badge: 'openbadgecredential', record: 'clrcredential' } as const;
const OUR_KEYWORDS = Object.values(PNG_KEYWORDS);
/** The kind of credential that is baked into an image. */
export type Baked = keyof typeof PNG_KEYWORDS;
/** The keyword of Open Badges 2.0 and 1.x. Images with it are read, but never written. */
const LEGACY_PNG_KEYWORD = 'openbadges';
/** Largest size, in bytes, of an image that is read. */
export const MAXIMUM_IMAGE_BYTES = 10 * 1024 * 1024;
/** Largest size, in bytes, of a credential inside an image. */
export const MAXIMUM_CREDENTIAL_BYTES = 2 * 1024 * 1024;

/** The credential in an image. Where a file holds several, against the standard, it is the first one. */
export interface ExtractedCredential {
  /** JSON text or compact JWS, as written in the file. */
  readonly text: string;
  readonly several: boolean;
}

/** Types of the chunks that begin with a keyword. */
const TEXTUAL = [ITXT, TEXT, ZTXT];
const CRC_BYTES = 4;

const LATIN = new TextDecoder('latin1');
const UTF8 = new TextEncoder();
/** A buffer large enough for an ordinary badge. */
const ROOM = new Uint8Array(64 * 1024);
/** The part of the chunk before the text: keyword, no compression, no language, no translated keyword. */
const headOf = (keyword: string) => UTF8.encode(`${keyword}\0\0\0\0\0`);
const CHUNK_HEADS = { badge: headOf(PNG_KEYWORDS.badge), record: headOf(PNG_KEYWORDS.record) } as const;

function unreadable(reason: string): OpenBadgesError {
  return new OpenBadgesError('unreadable-file', { reason });
}

/** Whether the bytes begin as a PNG file. */
export function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** A copy of the image with the credential in one uncompressed iTXt chunk, which replaces an earlier one.
 *  `text` is the JSON document or the compact JWS. Throws `unreadable-file` where the image has no end. Other
 *  chunks are copied with their checksums, which readers verify. Our own code cuts the chunks, because
 *  libraries write tEXt, which has no accents, or drop the chunks that they do not know. */
export function bakePng(png: Uint8Array, text: string, baked: Baked = 'badge'): Uint8Array<ArrayBuffer> {
  const saved: Uint8Array[] = [];
  eachChunk(png, (place) => {
    if (!isOurs(png, place)) saved.push(png.subarray(place.at, place.dataEnd + CRC_BYTES));
  });
  const end = saved.pop();
  if (end === undefined) throw unreadable('no IEND chunk');
  const data = [CHUNK_HEADS[baked], encodeToRoom(text)];
  const before = [PNG_SIGNATURE, ...saved];
  const bakedAt = before.reduce((sum, { length }) => sum + length, 0);
  const endAt = bakedAt + pngChunkBytes(data);
  // The file is allocated once, because copying a picture takes as long as computing its checksum.
  const file = new Uint8Array(endAt + end.length);
  let at = 0;
  for (const part of before) {
    file.set(part, at);
    at += part.length;
  }
  writePngChunk(file.subarray(bakedAt), 'iTXt', data);
  file.set(end, endAt);
  return file;
}

/** The text in UTF-8, in a buffer that the next call overwrites. `encodeInto` with enough room takes two
 *  thirds of the time of `encode`, which measures the text first. */
function encodeToRoom(text: string): Uint8Array {
  const roomBytes = 3 * text.length;
  const into = roomBytes <= ROOM.length ? ROOM : new Uint8Array(roomBytes);
  return into.subarray(0, UTF8.encodeInto(text, into).written);
}

/** The credential in a PNG, or undefined if there is none. Throws `unreadable-file` where the file is not
 *  a PNG, is cut short, has a wrong CRC or exceeds the limits. A compressed chunk is read although the
 *  standard forbids it. Open Badges 2.0 and 1.x have their own keyword, and used tEXt before iTXt. An image
 *  with a badge under each keyword counts as holding several, because readers would differ in the one they
 *  take. */
export async function extractFromPng(bytes: Uint8Array): Promise<ExtractedCredential | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let first: PngPlace | undefined;
  let several = false;
  eachChunk(bytes, (place) => {
    const { at, dataEnd } = place;
    if (crc32(bytes, at + 4, dataEnd) !== view.getUint32(dataEnd)) throw unreadable('wrong CRC');
    if (!holdsBadge(bytes, place)) return;
    several = first !== undefined;
    first ??= place;
  });
  if (first === undefined) return undefined;
  const data = bytes.subarray(first.dataAt, first.dataEnd);
  const text = first.type === ITXT ? await readText(data) : readPlainText(data);
  return { text, several };
}

function holdsBadge(bytes: Uint8Array, place: PngPlace): boolean {
  const { type } = place;
  if (type !== ITXT && type !== TEXT) return false;
  if (isNamed(bytes, place, LEGACY_PNG_KEYWORD)) return true;
  return type === ITXT && isOurs(bytes, place);
}

/** Text of a tEXt chunk: keyword, NUL, text. It should be Latin-1; JSON was written into it as UTF-8. */
function readPlainText(data: Uint8Array): string {
  const text = data.subarray(data.indexOf(0) + 1);
  if (text.length > MAXIMUM_CREDENTIAL_BYTES) throw unreadable('credential too large');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return LATIN.decode(text);
  }
}

/** Shows each chunk. The whole file is read. */
function eachChunk(bytes: Uint8Array, see: (place: PngPlace) => void): void {
  if (bytes.length > MAXIMUM_IMAGE_BYTES) throw unreadable('image too large');
  if (!isPng(bytes)) throw unreadable('not a PNG file');
  const hasEnd = walkPng(bytes, (place) => {
    if (place.at === PNG_SIGNATURE.length && place.type !== IHDR) throw unreadable('no IHDR chunk first');
    see(place);
    return place.type === IEND;
  });
  if (!hasEnd) throw unreadable('cut short');
}

/** Whether a textual chunk has one of the keywords that we write. */
function isOurs(bytes: Uint8Array, place: PngPlace): boolean {
  if (!TEXTUAL.includes(place.type)) return false;
  return OUR_KEYWORDS.some((keyword) => isNamed(bytes, place, keyword));
}

/** Whether the keyword of a textual chunk, which ends with NUL, is this one. It is compared where it stands: a
 *  file may have a chunk for every twelve bytes. */
function isNamed(bytes: Uint8Array, { dataAt, dataEnd }: PngPlace, keyword: string): boolean {
  const end = dataAt + keyword.length;
  if (end >= dataEnd || bytes[end] !== 0) return false;
  for (let at = 0; at < keyword.length; at += 1) {
    if (bytes[dataAt + at] !== keyword.charCodeAt(at)) return false;
  }
  return true;
}

/** Text of an iTXt chunk (PNG §11.3.3.4): keyword, NUL, flag, method, language, NUL, translated keyword,
 *  NUL, text. */
async function readText(data: Uint8Array): Promise<string> {
  const flagAt = data.indexOf(0) + 1;
  const languageEnd = data.indexOf(0, flagAt + 2);
  const translatedEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) throw unreadable('damaged iTXt chunk');
  const raw = data.subarray(translatedEnd + 1);
  const text = data[flagAt] === 1 ? await decompress(raw, 'deflate', MAXIMUM_CREDENTIAL_BYTES) : raw;
  if (text.length > MAXIMUM_CREDENTIAL_BYTES) throw unreadable('credential too large');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch (cause) {
    throw new OpenBadgesError('unreadable-file', { reason: 'not UTF-8' }, { cause });
  }
}
