import { OpenBadgesError } from '../errors.ts';
import { decompress } from './compression.ts';
import { PDF_BOUNDS, unreadable } from './pdf-bounds.ts';

/** The place of an object: in the file itself, or inside an object stream. */
interface Place {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The objects of a PDF by number, in the version written last. */
export interface PdfObjects {
  readonly places: ReadonlyMap<number, Place>;
  /** The file as text, one character for each byte. */
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Decodes each byte to one character. The label means windows-1252, which has the same characters for PDF's
 *  syntax. */
const ONE_TO_ONE = new TextDecoder('latin1');
const DIGIT = /[0-9]/;
const MOST_DIGITS = 10;

/** Finds every object by its own mark (`12 0 obj`) instead of the file's table. Readers do the same with a
 *  damaged file. A wrong table thus hides nothing, and files of all producers are read alike. The signature
 *  of a document found here is verified, so a false object cannot deceive. Throws `unreadable-file`. */
export async function readPdfObjects(bytes: Uint8Array): Promise<PdfObjects> {
  const text = ONE_TO_ONE.decode(bytes);
  if (/\/Encrypt\s{0,20}(?:\d|<<)/.test(text)) throw unreadable('encrypted');
  const places = new Map<number, Place>();
  const marks = findMarks(text);
  let streams = 0;
  let left: number = PDF_BOUNDS.objectStreamBytes;
  for (const [index, { number, at }] of marks.entries()) {
    const place = { text, from: at, to: marks[index + 1]?.from ?? text.length };
    places.set(number, place);
    if (!isObjectStream(place)) continue;
    streams += 1;
    if (streams > PDF_BOUNDS.objectStreams) throw unreadable('too complex');
    const inside = ONE_TO_ONE.decode(await streamBytes({ places, text, bytes }, place, left));
    left -= inside.length;
    addInnerObjects(places, inside, dictionaryOf(place));
    if (places.size > PDF_BOUNDS.objects) throw unreadable('too complex');
  }
  return { places, text, bytes };
}

interface Mark {
  readonly number: number;
  /** The places where the mark begins and where the object begins. */
  readonly from: number;
  readonly at: number;
}

/** Finds the marks. Each is read backwards from its end, so that a long row of digits costs no time. */
function findMarks(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let end = text.indexOf(' obj'); end >= 0; end = text.indexOf(' obj', end + 4)) {
    const generation = digitsBefore(text, end);
    const space = generation - 1;
    if (generation === end || !/\s/.test(text[space] ?? '')) continue;
    const from = digitsBefore(text, space);
    if (from === space) continue;
    if (marks.length >= PDF_BOUNDS.objects) throw unreadable('too complex');
    marks.push({ number: Number(text.slice(from, space)), from, at: end + 4 });
  }
  return marks;
}

function digitsBefore(text: string, end: number): number {
  let from = end;
  while (from > 0 && end - from < MOST_DIGITS && DIGIT.test(text[from - 1] ?? '')) from -= 1;
  return from;
}

/** The first part of an object, up to its stream if it has one. */
export function dictionaryOf({ text, from, to }: Place): string {
  const head = text.slice(from, Math.min(to, from + PDF_BOUNDS.dictionary));
  const stream = head.search(/>>\s{0,20}stream[\r\n]/);
  return stream < 0 ? head : head.slice(0, stream + 2);
}

function isObjectStream(place: Place): boolean {
  return /\/Type\s{0,20}\/ObjStm\b/.test(dictionaryOf(place));
}

/** Adds the objects of an object stream: pairs of number and place, then the objects (PDF 2.0, §7.5.7). */
function addInnerObjects(places: Map<number, Place>, inside: string, dictionary: string): void {
  const first = numberIn(dictionary, 'First');
  const count = numberIn(dictionary, 'N');
  if (first === undefined || count === undefined || first > inside.length) return;
  const pairs = inside
    .slice(0, first)
    .trim()
    .split(/\s+/, 2 * Math.min(count, PDF_BOUNDS.objects));
  const offsets = pairs.map(Number);
  for (let index = 0; index + 1 < offsets.length; index += 2) {
    const from = first + (offsets[index + 1] ?? Number.NaN);
    const to = first + (offsets[index + 3] ?? inside.length);
    if (from <= to && from < inside.length) places.set(offsets[index] ?? -1, { text: inside, from, to });
  }
}

/** A number in a dictionary under this name. */
function numberIn(dictionary: string, name: string): number | undefined {
  const found = new RegExp(`/${name}\\s{0,20}(\\d{1,10})(?!\\d|\\s{1,20}\\d{1,10}\\s{1,20}R)`).exec(
    dictionary,
  );
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

/** The only filter that is supported, by its full or short name, alone or in a list. */
const FLATE = /\/Filter\s{0,20}(?:\/Fl(?:ateDecode)?\b|\[\s{0,20}\/Fl(?:ateDecode)?\s{0,20}\])/;

/** The content of an object's stream, at most `limitBytes`. Throws `unreadable-file` where it is longer or
 *  damaged, or is encoded in a way that is rare for attached files. */
export async function streamBytes(
  objects: PdfObjects,
  place: Place,
  limitBytes: number,
): Promise<Uint8Array> {
  const raws = rawStreams(objects, place);
  const dictionary = dictionaryOf(place);
  if (!dictionary.includes('/Filter')) {
    const [raw] = raws;
    if (!raw || raw.length > limitBytes) throw unreadable('too complex');
    return raw;
  }
  if (!FLATE.test(dictionary)) throw unreadable('damaged');
  return decompressAny(raws, limitBytes);
}

async function decompressAny(raws: readonly Uint8Array[], limitBytes: number): Promise<Uint8Array> {
  const [raw, ...others] = raws;
  if (!raw) throw unreadable('damaged');
  try {
    return await decompress(raw, 'deflate', limitBytes);
  } catch (error) {
    const isTooLarge = error instanceof OpenBadgesError && error.params['limitBytes'] !== undefined;
    if (isTooLarge || others.length === 0) throw error;
    return decompressAny(others, limitBytes);
  }
}

/** The possible bytes of a stream: several where its end is not stated, the likeliest first. */
function rawStreams({ text, bytes, places }: PdfObjects, place: Place): readonly Uint8Array[] {
  // An object stream contains no streams.
  if (place.text !== text) throw unreadable('damaged');
  const dictionary = dictionaryOf(place);
  const start = /^\s{0,20}stream\r?\n?/.exec(
    text.slice(place.from + dictionary.length, place.from + dictionary.length + 30),
  );
  if (!start) throw unreadable('damaged');
  const from = place.from + dictionary.length + start[0].length;
  const end = text.indexOf('endstream', from);
  if (end < 0) throw unreadable('damaged');
  const length = lengthIn(dictionary, places);
  if (length !== undefined && /^\s{0,2}endstream/.test(text.slice(from + length, from + length + 12))) {
    return [bytes.subarray(from, from + length)];
  }
  const raw = bytes.subarray(from, end);
  return lineEnds(raw).map((length) => raw.subarray(0, raw.length - length));
}

/** The possible numbers of bytes of the line end before `endstream`, which does not belong to the stream (PDF
 *  2.0, §7.3.8). A compressed stream may itself end with such a byte. */
function lineEnds(raw: Uint8Array): readonly number[] {
  const [before, last] = [raw.at(-2), raw.at(-1)];
  if (last === 0x0a) return before === 0x0d ? [2, 1, 0] : [1, 0];
  return last === 0x0d ? [1, 0] : [0];
}

/** The length of a stream. It is in the dictionary or in an object of its own. */
function lengthIn(dictionary: string, places: PdfObjects['places']): number | undefined {
  const reference = /\/Length\s{0,20}(\d{1,10})\s{1,20}\d{1,10}\s{1,20}R/.exec(dictionary);
  if (!reference) return numberIn(dictionary, 'Length');
  const place = places.get(Number(reference[1]));
  const number = place && /^\s{0,20}(\d{1,10})/.exec(place.text.slice(place.from, place.from + 40));
  return number ? Number(number[1]) : undefined;
}
