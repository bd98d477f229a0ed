import { exceedsDepth } from '../../../openbadges/reading/nesting.ts';
import { VERIFICATION_LIMITS } from '../../../openbadges/reading/verification-limits.ts';
import type { Fetched } from '../../ports.ts';
import { readOlderValue } from '../older/read-older.ts';
import { notChecked, type Run } from '../run.ts';
import { openPresentation } from './open-presentation.ts';
import { readPresented } from './presented.ts';
import { readBytes } from './read-bytes.ts';
import type { ReadInput } from './read-result.ts';
import { fault, readFound, readOpened, readText } from './read-text.ts';
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
