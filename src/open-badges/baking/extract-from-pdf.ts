import { OpenBadgesError } from '../errors.ts';
import { VERIFICATION_LIMITS } from '../verification/limits.ts';
import { MAXIMUM_CREDENTIAL_BYTES, MAXIMUM_IMAGE_BYTES } from './bake-png.ts';
import { PDF_BOUNDS, unreadable } from './pdf-bounds.ts';
import { dictionaryOf, type PdfObjects, readPdfObjects, streamBytes } from './pdf-objects.ts';

const LATIN = new TextDecoder('latin1');
const LENGTH_OF_A_HEAD = 64;
const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** The beginning of a JSON object, or a whole compact JWS. */
const MAY_BE_A_BADGE = /^\uFEFF?\s{0,1000}(?:\{|[\w-]{20,}\.[\w-]+\.[\w-]*\s*$)/;

/** Whether the bytes begin as a PDF file, after white space at most. */
export function isPdf(bytes: Uint8Array): boolean {
  return /^\s*%PDF-/.test(LATIN.decode(bytes.subarray(0, LENGTH_OF_A_HEAD)));
}

/** The texts attached to a PDF that may be a badge: each begins as JSON or is a compact JWS; equal texts
 *  count once. Other attachments are left out. Our own reader needs a hundredth of the time of a PDF library,
 *  and has a limit for each part. Throws `unreadable-file`. */
export async function extractFromPdf(bytes: Uint8Array): Promise<readonly string[]> {
  if (bytes.length > MAXIMUM_IMAGE_BYTES) throw unreadable('too complex');
  const objects = await readPdfObjects(bytes);
  const attached = findAttachments(objects);
  if (attached.length > PDF_BOUNDS.attachments) throw unreadable('too complex');
  const texts = new Set<string>();
  for (const number of attached) {
    const text = await readAttachment(objects, number);
    if (text !== undefined && MAY_BE_A_BADGE.test(text)) texts.add(text);
  }
  // Each text is parsed later. A file with more JSON than this is not a certificate.
  const characters = [...texts].reduce((sum, text) => sum + text.length, 0);
  if (characters > VERIFICATION_LIMITS.text) throw unreadable('too complex');
  return [...texts];
}

/** Numbers of the streams that file specifications name in `EF`. The specifications may stand anywhere: in
 *  the tree of attached files, in an annotation, on a page. */
function findAttachments({ places }: PdfObjects): readonly number[] {
  const numbers = new Set<number>();
  for (const place of places.values()) {
    const dictionary = dictionaryOf(place);
    if (!dictionary.includes('/EF')) continue;
    for (const [, inside = '', reference] of dictionary.matchAll(EMBEDDED)) {
      const target = reference === undefined ? undefined : places.get(Number(reference));
      const named = target ? dictionaryOf(target) : inside;
      for (const [, number] of named.matchAll(REFERENCE)) numbers.add(Number(number));
    }
  }
  return [...numbers];
}

const EMBEDDED = /\/EF\s{0,20}(?:<<([^>]{0,400})>>|(\d{1,10})\s{1,20}\d{1,10}\s{1,20}R)/g;
const REFERENCE = /\/(?:F|UF)\s{0,20}(\d{1,10})\s{1,20}\d{1,10}\s{1,20}R/g;

/** The text of an attached file; undefined if it cannot be a badge: too large, damaged, or not a text. */
async function readAttachment(objects: PdfObjects, number: number): Promise<string | undefined> {
  const place = objects.places.get(number);
  if (!place) return undefined;
  try {
    return UTF8.decode(await streamBytes(objects, place, MAXIMUM_CREDENTIAL_BYTES));
  } catch (error) {
    if (error instanceof OpenBadgesError || error instanceof TypeError) return undefined;
    throw error;
  }
}
