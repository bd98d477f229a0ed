import jsonld from 'jsonld';
import { contextsFor, STATIC_CONTEXTS } from '../contexts/vendored.ts';
import { isJsonObject, type JsonObject } from '../parsing/json-value.ts';
import type { TermError } from '../proofs/checker.ts';
import { makeDocumentLoader, UnknownContextError } from './document-loader.ts';
import type { NQuads } from './serialise-dataset.ts';

/** The longest time that one document's canonical form may take: a hostile graph must not block the
 *  process. */
const TIME_LIMIT_MS = 5000;

export type CanonicalForm =
  | { readonly kind: 'canonical'; readonly nquads: NQuads }
  | { readonly kind: 'fault'; readonly fault: TermError };

const publishedLoader = makeDocumentLoader(STATIC_CONTEXTS);

/** Canonical N-Quads (RDFC-1.0) in JSON-LD safe mode, with the contexts that we sign with. A document with a
 *  term that the contexts do not define has no canonical form, because that term would not be signed. */
export function canonicalise(document: JsonObject): Promise<CanonicalForm> {
  return run(document, publishedLoader);
}

/** The hash that tells blank nodes apart. RDFC-1.0 uses SHA-256; ECDSA with P-384 uses SHA-384. */
export type HashName = 'SHA-256' | 'SHA-384';

/** The canonical form of another issuer's document. Where it uses terms that context 3.0.3 added later, the
 *  amended copy of that context is used. */
export function canonicaliseThirdParty(
  document: JsonObject,
  hash: HashName = 'SHA-256',
): Promise<CanonicalForm> {
  return run(document, makeDocumentLoader(contextsFor(document)), hash);
}

async function run(
  document: JsonObject,
  documentLoader: typeof publishedLoader,
  messageDigestAlgorithm: HashName = 'SHA-256',
): Promise<CanonicalForm> {
  if (namesPrototype(document)) {
    return { kind: 'fault', fault: { kind: 'unreadable', reason: 'it names something __proto__' } };
  }
  try {
    const nquads = await jsonld.canonize(document, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      base: null,
      safe: true,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
      documentLoader,
      canonizeOptions: {
        messageDigestAlgorithm,
        maxWorkFactor: 1,
        signal: AbortSignal.timeout(TIME_LIMIT_MS),
      },
    });
    if (nquads === '') return { kind: 'fault', fault: { kind: 'unreadable', reason: 'it states nothing' } };
    return { kind: 'canonical', nquads: [nquads] };
  } catch (error) {
    return { kind: 'fault', fault: toError(error) };
  }
}

/** Whether `__proto__` stands anywhere as a name or a value. Only an attacker would use it as an
 *  identifier. */
function namesPrototype(value: unknown): boolean {
  if (typeof value === 'string') return value === '__proto__';
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).includes('__proto__') || Object.values(value).some(namesPrototype);
}

/** Where jsonld puts what has no meaning: a member, an address, a type, a language, or a part of a statement. */
const TERM_DETAILS = [
  ...(['property', 'expandedProperty', 'id', 'type', 'language', 'value'] as const),
  ...(['graph', 'subject', 'predicate', 'object'] as const),
];

/** jsonld puts the undefined term in a member of `details.event.details`, and wraps the loader's errors in causes.
 *  The words of its event are English, so they are never the term. */
function toError(error: unknown): TermError {
  const unknownContext = findUnknownContext(error, 5);
  if (unknownContext !== undefined) return { kind: 'unknown-context', url: unknownContext };
  const event = member(member(error, 'details'), 'event');
  const details = member(event, 'details');
  const term = TERM_DETAILS.map((name) => member(details, name)).find((value) => typeof value === 'string');
  if (event !== undefined) return { kind: 'undefined-term', term: term ?? '' };
  return { kind: 'unreadable', reason: error instanceof Error ? error.message : 'not JSON-LD' };
}

function findUnknownContext(error: unknown, depth: number): string | undefined {
  if (error instanceof UnknownContextError) return error.url;
  if (depth === 0 || !(error instanceof Error)) return undefined;
  const inDetails = member(member(error, 'details'), 'cause');
  return findUnknownContext(error.cause ?? inDetails, depth - 1);
}

function member(value: unknown, key: string): unknown {
  if (value instanceof Error) return Reflect.get(value, key);
  return isJsonObject(value) ? value[key] : undefined;
}
