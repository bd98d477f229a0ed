import { MAXIMUM_IMAGE_BYTES } from '../baking/bake-png.ts';
import { isPdf } from '../baking/extract-from-pdf.ts';
import { pictureFormat } from '../baking/picture-size.ts';
import type { Fetched } from '../fetching/fetcher.ts';
import { readOlderValue } from '../legacy/read-badge.ts';
import { exceedsDepth } from '../parsing/json-value.ts';
import { VERIFICATION_LIMITS } from '../verification/limits.ts';
import type { FoundIn } from '../verification/report.ts';
import { notChecked, type Run } from '../verification/run.ts';
import type { FoundTexts } from './file-reader.ts';
import { openPresentation } from './open-presentation.ts';
import { readPresented } from './presented.ts';
import { decodeText } from './read-json.ts';
import type { ReadInput } from './read-result.ts';
import { fault, readCredentialText, readFound, readOpened, readText } from './read-text.ts';
import { spelledAddress } from './spelled-address.ts';

/** The input of a verification: the bytes of a file or of a pasted text, an address in any spelling, or a
 *  JSON value (a credential, or a JWS as text). A parsed value must come from a JSON text in which
 *  `findTextFault` found no fault. */
export type VerificationInput =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'document'; readonly document: unknown }
  | { readonly kind: 'parsed'; readonly value: unknown };

const ACCEPT =
  'application/vc+ld+json, application/vc, application/ld+json, application/json, application/vc+jwt, image/png, image/svg+xml, application/pdf;q=0.9, text/plain;q=0.9';

/** Finds the credential in an input. The kind of input is decided by its content, because a name or media
 *  type may be wrong. A file or a text may contain an address, in a code or in clear. A fetched document may
 *  not, so that one address never leads to another. */
export function readInput(input: VerificationInput, run: Run): Promise<ReadInput> | ReadInput {
  switch (input.kind) {
    case 'bytes':
      return readBytes(input.bytes, { run, follow: (url) => readUrl(url, run) });
    case 'url':
      return readUrl(spelledAddress(input.url, run.ownOrigin) ?? input.url, run);
    case 'document':
      return readDocument(input.document);
    case 'parsed':
      return readParsed(input.value);
  }
}

async function readUrl(url: string, run: Run): Promise<ReadInput> {
  const fetched: Fetched = await run.fetch(url, ACCEPT);
  switch (fetched.kind) {
    case 'ok': {
      const read = await readBytes(fetched.body, { run });
      return { ...read, found: { ...read.found, address: url } };
    }
    case 'unreachable':
      return {
        step: notChecked('document', 'unreachable', `${url}: ${fetched.reason}`, { url, ...fetched.fault }),
      };
    case 'status': {
      const code = fetched.status === 410 ? 'gone' : fetched.status === 404 ? 'not-found' : 'unreachable';
      return fault(code, `${url} answers ${fetched.status}`, { url, status: fetched.status });
    }
  }
}

/** Reads the value again from its JSON text, so that it is plain data and not an object with getters. */
function readDocument(document: unknown): ReadInput {
  if (typeof document === 'string') return readText(document);
  if (exceedsDepth(document, VERIFICATION_LIMITS.depth)) {
    return fault('too-deep', `deeper than ${VERIFICATION_LIMITS.depth}`, {
      limit: VERIFICATION_LIMITS.depth,
    });
  }
  const text: unknown = JSON.stringify(document);
  return typeof text === 'string' ? readText(text) : fault('not-json', 'no JSON value');
}

function readParsed(value: unknown): ReadInput {
  if (typeof value === 'string') return readText(value);
  return (
    readFound(readPresented(value)) ??
    readOlderValue(value) ??
    readOpened(openPresentation(value)) ??
    fault('not-a-credential', 'no verifiable credential')
  );
}

interface Reader {
  readonly run: Run;
  /** Reads the document at an address; absent where an address must not lead to another one. */
  readonly follow?: (url: string) => Promise<ReadInput>;
}

/** The beginning of a web page, which people sometimes save or copy instead of a badge. */
const WEB_PAGE = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|main|div|p|a|meta|title)[\s>]/i;

const LENGTH_OF_A_HEAD = 1000;

/** Finds the credential in bytes: a text, a baked image, a PDF to which it is attached, or a photograph of a
 *  code that contains it or leads to it. */
async function readBytes(bytes: Uint8Array, reader: Reader): Promise<ReadInput> {
  if (bytes.length > MAXIMUM_IMAGE_BYTES)
    return fault('too-large', `${bytes.length} bytes`, { limit: MAXIMUM_IMAGE_BYTES });
  if (pictureFormat(bytes) === 'png') {
    return readImage(bytes, reader, () => readCodes(bytes, reader));
  }
  if (pictureFormat(bytes) !== undefined) return readCodes(bytes, reader);
  if (isPdf(bytes)) return readPdf(bytes, reader);
  const text = decodeText(bytes);
  if (text === undefined) return fault('not-json', 'neither a known file nor UTF-8 text');
  if (WEB_PAGE.test(text.slice(0, LENGTH_OF_A_HEAD))) return fault('web-page', 'HTML, not an image');
  if (/^\s*</.test(text) && addressIn(text, reader) === undefined) {
    return readImage(bytes, reader, noCredential);
  }
  return readTextOrAddress(text, reader);
}

const noCredential = async () => fault('no-credential-in-image', 'the image holds no credential');

async function readImage(
  image: Uint8Array,
  reader: Reader,
  otherwise: () => Promise<ReadInput>,
): Promise<ReadInput> {
  const baked = await reader.run.files.readBaked(image);
  switch (baked.kind) {
    case 'refused':
      return fault(baked.code, baked.detail);
    case 'none':
      return otherwise();
    case 'found': {
      if (baked.several)
        return fault('several-credentials-in-image', 'the image holds more than one credential');
      // The oldest baking programs wrote only the address of the badge.
      const read = await readTextOrAddress(baked.text, reader);
      return { ...read, found: { ...read.found, file: 'image' } };
    }
  }
}

async function readPdf(bytes: Uint8Array, reader: Reader): Promise<ReadInput> {
  const found = await reader.run.files.readAttached(bytes);
  return readTexts(found, {
    file: 'pdf',
    none: fault('no-credential-in-pdf', 'no credential is attached'),
    several: fault('several-credentials-in-pdf', 'more than one credential is attached'),
  });
}

async function readCodes(bytes: Uint8Array, reader: Reader): Promise<ReadInput> {
  if (!reader.follow) return noCredential();
  const found = await reader.run.files.readCodes(bytes);
  return readTexts(found, {
    file: 'code',
    none: fault(
      'no-credential-in-image',
      'the image holds neither a credential nor a code that leads to one',
    ),
    several: fault('several-codes-in-image', 'the image holds codes of more than one credential'),
    reader,
  });
}

interface Expected {
  readonly file: NonNullable<FoundIn['file']>;
  readonly none: ReadInput;
  readonly several: ReadInput;
  /** Present where a text may be an address. */
  readonly reader?: Reader;
}

/** The only credential among the texts, or else the only address among them. */
async function readTexts(found: FoundTexts, expected: Expected): Promise<ReadInput> {
  if (found.kind === 'refused') return fault(found.code, found.detail);
  const { file, none, several, reader } = expected;
  const credentials: ReadInput[] = [];
  const addresses = new Set<string>();
  for (const text of found.texts) {
    const credential = readCredentialText(text);
    const address = credential ? undefined : reader && addressIn(text, reader);
    if (credential) credentials.push(credential);
    if (address !== undefined) addresses.add(address);
  }
  if (credentials.length + addresses.size > 1) return several;
  const [address] = addresses;
  const read = credentials[0] ?? (address === undefined ? undefined : await reader?.follow?.(address));
  return read ? { ...read, found: { ...read.found, file } } : none;
}

async function readTextOrAddress(text: string, reader: Reader): Promise<ReadInput> {
  const address = addressIn(text, reader);
  return address !== undefined && reader.follow ? reader.follow(address) : readText(text);
}

function addressIn(text: string, { run, follow }: Reader): string | undefined {
  return follow && spelledAddress(text, run.ownOrigin);
}
