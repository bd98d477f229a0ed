import { DomainError } from '../../domain/errors.ts';
import {
  type ExtractedCredential,
  extractFromPng,
  isPng,
  MAXIMUM_IMAGE_BYTES,
} from '../../openbadges/bake-png.ts';
import { extractFromSvg, NOT_A_DRAWING_REASON } from '../../openbadges/bake-svg.ts';
import { BOUNDS } from '../../openbadges/bounds.ts';
import { exceedsDepth } from '../../openbadges/nesting.ts';
import type { Step } from '../../openbadges/report.ts';
import { DEFINITIONS_REASON } from '../../openbadges/xml-scan.ts';
import type { Fetched } from '../ports.ts';
import { type Presented, type Reading, readPresented, readPresentedText } from './presented.ts';
import { decodeText } from './read-json.ts';
import { failed, notChecked, passed, type Run } from './run.ts';

/** The input of a verification: the bytes of a file, an address, or a JSON value (a credential, or a JWS as
 *  text). A parsed value comes from a JSON text in which `findTextFault` found no fault. */
export type VerificationInput =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'document'; readonly document: unknown }
  | { readonly kind: 'parsed'; readonly value: unknown };

export interface ReadInput {
  /** The `document` step. */
  readonly step: Step;
  readonly presented?: Presented;
}

/** The beginning of a web page, which people sometimes save or copy instead of the badge. */
const WEB_PAGE = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|main|div|p|a|meta|title)[\s>]/i;
const LENGTH_OF_A_HEAD = 1000;
const ACCEPT =
  'application/vc+ld+json, application/vc, application/ld+json, application/json, application/vc+jwt, image/png, image/svg+xml, text/plain;q=0.9';

/** Finds the credential in an input. Its content decides what it is, because a name or a media type may be
 *  wrong. */
export function readInput(input: VerificationInput, run: Run): Promise<ReadInput> | ReadInput {
  switch (input.kind) {
    case 'bytes':
      return readBytes(input.bytes);
    case 'url':
      return readUrl(input.url, run);
    case 'document':
      return readDocument(input.document);
    case 'parsed':
      return readParsed(input.value);
  }
}

async function readUrl(url: string, run: Run): Promise<ReadInput> {
  const fetched: Fetched = await run.fetch(url, ACCEPT);
  switch (fetched.kind) {
    case 'ok':
      return readBytes(fetched.body);
    case 'unreachable':
      return { step: notChecked('document', 'unreachable', `${url}: ${fetched.reason}`, { url }) };
    case 'status': {
      const code = fetched.status === 410 ? 'gone' : fetched.status === 404 ? 'not-found' : 'unreachable';
      return fault(code, `${url} answers ${fetched.status}`, { url, status: fetched.status });
    }
  }
}

async function readBytes(bytes: Uint8Array): Promise<ReadInput> {
  if (isPng(bytes)) return readImage(bytes, extractFromPng);
  if (bytes.length > MAXIMUM_IMAGE_BYTES)
    return fault('too-large', `${bytes.length} bytes`, { limit: MAXIMUM_IMAGE_BYTES });
  const text = decodeText(bytes);
  if (text === undefined) return fault('not-json', 'neither a PNG image nor UTF-8 text');
  if (WEB_PAGE.test(text.slice(0, LENGTH_OF_A_HEAD))) return fault('web-page', 'HTML, not an image');
  if (/^\s*</.test(text)) return readImage(text, async (svg) => extractFromSvg(svg));
  return readText(text);
}

async function readImage<Image>(
  image: Image,
  extract: (image: Image) => Promise<ExtractedCredential | undefined>,
): Promise<ReadInput> {
  let extracted: ExtractedCredential | undefined;
  try {
    extracted = await extract(image);
  } catch (error) {
    return fault(codeOf(error), error instanceof Error ? error.message : 'damaged image');
  }
  if (extracted === undefined) return fault('no-credential-in-image', 'the image holds no credential');
  if (extracted.several)
    return fault('several-credentials-in-image', 'the image holds more than one credential');
  return readText(extracted.text);
}

/** The code for an image without a readable credential. It differs because the remedy differs. */
function codeOf(error: unknown): Step['code'] {
  const reason = error instanceof DomainError ? error.params['reason'] : undefined;
  if (reason === 'image too large' || reason === 'credential too large') return 'too-large';
  if (reason === DEFINITIONS_REASON) return 'image-with-definitions';
  return reason === NOT_A_DRAWING_REASON ? 'not-a-drawing' : 'damaged-image';
}

function readText(text: string): ReadInput {
  const input = readFound(readPresentedText(text));
  if (input) return input;
  return isJson(text)
    ? fault('not-a-credential', 'no verifiable credential')
    : fault('not-json', 'neither JSON nor a JWS');
}

/** Undefined where there is no credential. */
function readFound(reading: Reading): ReadInput | undefined {
  switch (reading.kind) {
    case 'presented':
      return { step: documentStep(reading.presented), presented: reading.presented };
    case 'refused': {
      const { code, reason, params } = reading.fault;
      return fault(code, reason, params);
    }
    case 'no-credential':
      return undefined;
  }
}

/** Reads the value again from its JSON text, so that it is plain data and not an object whose getters may
 *  change. */
function readDocument(document: unknown): ReadInput {
  if (typeof document === 'string') return readText(document);
  if (exceedsDepth(document, BOUNDS.depth)) {
    return fault('too-deep', `deeper than ${BOUNDS.depth}`, { limit: BOUNDS.depth });
  }
  const text: unknown = JSON.stringify(document);
  return typeof text === 'string' ? readText(text) : fault('not-json', 'no JSON value');
}

function readParsed(value: unknown): ReadInput {
  if (typeof value === 'string') return readText(value);
  return readFound(readPresented(value)) ?? fault('not-a-credential', 'no verifiable credential');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.trim().replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

/** The step for a credential that was found. */
export function documentStep({ form }: Presented): Step {
  return passed('document', 'ok', form === 'jwt' ? 'a compact JWS' : 'JSON with an embedded proof');
}

function fault(code: Step['code'], detail: string, params?: Step['params']): ReadInput {
  return { step: failed('document', code, detail, params) };
}
