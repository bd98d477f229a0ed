import { MAXIMUM_IMAGE_BYTES } from '../baking/bake-png.ts';
import { isPdf } from '../baking/extract-from-pdf.ts';
import { pictureFormat } from '../baking/picture-size.ts';
import type { LegacyBadge } from '../legacy/badge.ts';
import { readLegacyBadge } from '../legacy/read-badge.ts';
import { exceedsDepth, isJsonObject } from '../parsing/json-value.ts';
import { VERIFICATION_LIMITS } from '../verification/limits.ts';
import type { FoundIn, Step } from '../verification/report.ts';
import { failed, notChecked, type Run } from '../verification/run.ts';
import type { FoundTexts } from './file-reader.ts';
import { openPresentation } from './open-presentation.ts';
import { documentStep, type Presented, type Reading, readCredential, readPresented } from './presented.ts';
import { decodeText, type ParsedText, parseText } from './read-json.ts';
import { spelledAddress } from './spelled-address.ts';

/** The input of a verification: the bytes of a file or of a pasted text, an address in any spelling, or a
 *  JSON value (a credential, or a JWS as text). A parsed value must come from a JSON text in which
 *  `findTextError` found no fault. */
export type VerificationInput =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'document'; readonly document: unknown }
  | { readonly kind: 'parsed'; readonly value: unknown };

export interface ReadInput {
  /** The `document` step. */
  readonly step: Step;
  readonly presented?: Presented;
  /** A badge of a version before 3.0, present instead of `presented`. */
  readonly older?: LegacyBadge;
  readonly found?: FoundIn;
}

const ACCEPT =
  'application/vc+ld+json, application/vc, application/ld+json, application/json, application/vc+jwt, image/png, image/svg+xml, application/pdf;q=0.9, text/plain;q=0.9';

/** Finds the credential in an input. This file alone decides what was given, by its content, because a name or
 *  media type may be wrong. It calls one reader for it, and readers do not call each other. A file or a text may
 *  contain an address, in a code or in clear. A fetched document may not, so that one address never leads to
 *  another. */
export function readInput(input: VerificationInput, run: Run): Promise<ReadInput> | ReadInput {
  switch (input.kind) {
    case 'bytes':
      return readBytes(input.bytes, { run, follow: (url) => readUrl(url, run) });
    case 'url':
      return readUrl(spelledAddress(input.url, run.ownOrigin) ?? input.url, run);
    case 'document':
      return readDocument(input.document);
    case 'parsed':
      return readValue(input.value);
  }
}

interface Reader {
  readonly run: Run;
  /** Reads the document at an address. It is absent if an address must not lead to another one. */
  readonly follow?: (url: string) => Promise<ReadInput>;
}

async function readUrl(url: string, run: Run): Promise<ReadInput> {
  const fetched = await run.fetch(url, ACCEPT);
  if (fetched.kind === 'unreachable') {
    const params = { url, ...fetched.fault };
    return { step: notChecked('document', 'unreachable', `${url}: ${fetched.reason}`, params) };
  }
  if (fetched.kind === 'status') {
    const { status } = fetched;
    const code = status === 410 ? 'gone' : status === 404 ? 'not-found' : 'unreachable';
    return fault(code, `${url} answers ${status}`, { url, status });
  }
  const read = await readBytes(fetched.body, { run });
  return { ...read, found: { ...read.found, address: url } };
}

/** The beginning of a web page, which people sometimes save or copy instead of a badge. */
const WEB_PAGE = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|main|div|p|a|meta|title)[\s>]/i;
const LENGTH_OF_A_HEAD = 1000;

/** Finds the credential in bytes: a text, a baked image, a PDF to which it is attached, or a photograph of a
 *  code that contains it or leads to it. */
async function readBytes(bytes: Uint8Array, reader: Reader): Promise<ReadInput> {
  if (bytes.length > MAXIMUM_IMAGE_BYTES)
    return fault('too-large', `${bytes.length} bytes`, { limit: MAXIMUM_IMAGE_BYTES });
  const format = pictureFormat(bytes);
  if (format === 'png') return (await readBaked(bytes, reader)) ?? readCodes(bytes, reader);
  if (format !== undefined) return readCodes(bytes, reader);
  if (isPdf(bytes)) return readTexts(await reader.run.files.readAttached(bytes), 'pdf', { run: reader.run });
  const text = decodeText(bytes);
  if (text === undefined) return fault('not-json', 'neither a known file nor UTF-8 text');
  if (WEB_PAGE.test(text.slice(0, LENGTH_OF_A_HEAD))) return fault('web-page', 'HTML, not an image');
  const isMarkup = /^\s*</.test(text) && addressIn(text, reader) === undefined;
  return isMarkup ? ((await readBaked(bytes, reader)) ?? emptyImage()) : readTextOrAddress(text, reader);
}

const emptyImage = () => fault('no-credential-in-image', 'the image holds no credential');

/** Reads the credential baked into a PNG or an SVG. Returns undefined if there is none. */
async function readBaked(image: Uint8Array, reader: Reader): Promise<ReadInput | undefined> {
  const baked = await reader.run.files.readBaked(image);
  if (baked.kind === 'none') return undefined;
  if (baked.kind === 'refused') return fault(baked.code, baked.detail);
  if (baked.several) return fault('several-credentials-in-image', 'the image holds more than one credential');
  // The oldest baking programs wrote only the address of the badge.
  const read = await readTextOrAddress(baked.text, reader);
  return { ...read, found: { ...read.found, file: 'image' } };
}

async function readCodes(image: Uint8Array, reader: Reader): Promise<ReadInput> {
  if (!reader.follow) return emptyImage();
  return readTexts(await reader.run.files.readCodes(image), 'code', reader);
}

type CodeAndDetail = Readonly<Record<'pdf' | 'code', readonly [Step['code'], string]>>;

/** The faults of a file in which no text leads to a credential. */
const NONE_IN: CodeAndDetail = {
  pdf: ['no-credential-in-pdf', 'no credential is attached'],
  code: ['no-credential-in-image', 'the image holds neither a credential nor a code that leads to one'],
};
/** The faults of a file in which more than one does. */
const SEVERAL_IN: CodeAndDetail = {
  pdf: ['several-credentials-in-pdf', 'more than one credential is attached'],
  code: ['several-codes-in-image', 'the image holds codes of more than one credential'],
};

/** The only credential among the texts, or else the only address among them. */
async function readTexts(found: FoundTexts, file: 'pdf' | 'code', reader: Reader): Promise<ReadInput> {
  if (found.kind === 'refused') return fault(found.code, found.detail);
  const badges: ReadInput[] = [];
  const addresses = new Set<string>();
  for (const text of found.texts) {
    const badge = readBadge(parseText(text));
    const address = badge ? undefined : addressIn(text, reader);
    if (badge) badges.push(badge);
    if (address !== undefined) addresses.add(address);
  }
  if (badges.length + addresses.size > 1) return fault(...SEVERAL_IN[file]);
  const [address] = addresses;
  const read = badges[0] ?? (address === undefined ? undefined : await reader.follow?.(address));
  return read ? { ...read, found: { ...read.found, file } } : fault(...NONE_IN[file]);
}

async function readTextOrAddress(text: string, reader: Reader): Promise<ReadInput> {
  const address = addressIn(text, reader);
  return address !== undefined && reader.follow ? reader.follow(address) : readText(text);
}

function addressIn(text: string, { run, follow }: Reader): string | undefined {
  return follow && spelledAddress(text, run.ownOrigin);
}

/** Reads the value again from its JSON text, so that it is plain data and not an object with getters. */
function readDocument(document: unknown): ReadInput {
  if (typeof document === 'string') return readText(document);
  const limit = VERIFICATION_LIMITS.depth;
  if (exceedsDepth(document, limit)) return fault('too-deep', `deeper than ${limit}`, { limit });
  const text: unknown = JSON.stringify(document);
  return typeof text === 'string' ? readText(text) : fault('not-json', 'no JSON value');
}

function readValue(value: unknown): ReadInput {
  if (typeof value === 'string') return readText(value);
  return readParsed(isJsonObject(value) ? { kind: 'object', object: value } : { kind: 'no-object' });
}

/** Reads a text that is a credential or a presentation, or gives the reason why it is neither. */
export function readText(text: string): ReadInput {
  return readParsed(parseText(text));
}

function readParsed(given: ParsedText): ReadInput {
  const read = readBadge(given) ?? readOnlyPresented(given);
  if (read) return read;
  return given.kind === 'object' || given.kind === 'no-object'
    ? fault('not-a-credential', 'no verifiable credential')
    : fault('not-json', 'neither JSON nor a JWS');
}

/** Reads a badge of any version. Returns undefined if there is none. */
function readBadge(given: ParsedText): ReadInput | undefined {
  return toInput(readCredential(given)) ?? readLegacyBadge(given);
}

/** Reads the badge in a presentation. Returns undefined if there is no presentation. */
function readOnlyPresented(given: ParsedText): ReadInput | undefined {
  const opened = openPresentation(given);
  if (opened === undefined) return undefined;
  if (opened.kind === 'refused') return toInput(opened);
  if (opened.kind === 'several')
    return fault('several-presented', `${opened.count} credentials`, { count: opened.count });
  const read = toInput(readPresented(opened.value));
  if (!read) return fault('not-a-credential', 'the presentation holds no credential');
  return read.presented ? { ...read, step: { ...read.step, params: { presented: 1 } } } : read;
}

/** The input that was read, or undefined if it has no credential. */
function toInput(reading: Reading): ReadInput | undefined {
  if (reading.kind === 'no-credential') return undefined;
  if (reading.kind === 'refused')
    return fault(reading.fault.code, reading.fault.reason, reading.fault.params);
  return { step: documentStep(reading.presented), presented: reading.presented };
}

function fault(code: Step['code'], detail: string, params?: Step['params']): ReadInput {
  return { step: failed('document', code, detail, params) };
}
