import { DomainError } from '../../domain/errors.ts';
import {
  type ExtractedCredential,
  extractFromPng,
  isPng,
  MAXIMUM_IMAGE_BYTES,
} from '../../openbadges/bake-png.ts';
import { extractFromSvg, NOT_A_DRAWING_REASON } from '../../openbadges/bake-svg.ts';
import { BOUNDS } from '../../openbadges/bounds.ts';
import type { DocumentFault } from '../../openbadges/document-fault.ts';
import { exceedsDepth } from '../../openbadges/nesting.ts';
import type { Step } from '../../openbadges/report.ts';
import { findTextFault } from '../../openbadges/strict-json.ts';
import { DEFINITIONS_REASON } from '../../openbadges/xml-scan.ts';
import type { Fetched } from '../ports.ts';
import { type Presented, readPresentedText } from './presented.ts';
import { decodeText } from './read-json.ts';
import { failed, notChecked, passed, type Run } from './run.ts';

/** The input of a verification: the bytes of a file, an address, or a JSON value (a credential, or a JWS as
 *  text). */
export type VerificationInput =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'url'; readonly url: string }
  | {
      readonly kind: 'document';
      readonly document: unknown;
      /** The JSON text from which the value was read, if any: a parsed value does not show a member named
       *  twice. */
      readonly source?: string;
    };

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
      return readDocument(input);
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
  const reading = readPresentedText(text);
  switch (reading.kind) {
    case 'presented':
      return found(reading.presented);
    case 'refused':
      return refused(reading.fault);
    case 'no-credential':
      return isJson(text)
        ? fault('not-a-credential', 'no verifiable credential')
        : fault('not-json', 'neither JSON nor a JWS');
  }
}

/** Reads the value again from its JSON text, so that it is plain data and not an object whose getters may
 *  change. */
function readDocument({ document, source = '' }: { document: unknown; source?: string }): ReadInput {
  const inSource = findTextFault(source);
  if (inSource) return refused(inSource);
  if (typeof document === 'string') return readText(document);
  if (exceedsDepth(document, BOUNDS.depth)) {
    return fault('too-deep', `deeper than ${BOUNDS.depth}`, { limit: BOUNDS.depth });
  }
  const text: unknown = JSON.stringify(document);
  return typeof text === 'string' ? readText(text) : fault('not-json', 'no JSON value');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.trim().replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

function found(presented: Presented): ReadInput {
  return { step: documentStep(presented), presented };
}

/** The step for a credential that was found. */
export function documentStep({ form }: Presented): Step {
  return passed('document', 'ok', form === 'jwt' ? 'a compact JWS' : 'JSON with an embedded proof');
}

function refused({ code, reason, params }: DocumentFault): ReadInput {
  return fault(code, reason, params);
}

function fault(code: Step['code'], detail: string, params?: Step['params']): ReadInput {
  return { step: failed('document', code, detail, params) };
}
