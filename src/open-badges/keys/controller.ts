import type { FetchError } from '../fetching/fetcher.ts';
import type { JsonObject } from '../parsing/json-value.ts';
import { decodeText, fetchedObject, readJson } from '../reading/read-json.ts';
import type { Run } from '../verification/run.ts';
import { fromBase64Url } from './base64url.ts';
import { didWebAddress, isDidOf } from './did-web.ts';

/** What the question who may sign needs of a verification. */
export type KeySearch = Pick<Run, 'fetch' | 'ownOrigin' | 'now'>;

/** The result of reading the address of an issuer. */
export type Controller =
  | { readonly kind: 'found'; readonly document: JsonObject }
  /** `isGone`: the address answers that there is no document, or not any more. `isPage`: a page for people
   *  stands there. */
  | {
      readonly kind: 'unreachable';
      readonly reason: string;
      readonly isGone?: boolean;
      readonly isPage?: boolean;
      readonly fault?: FetchError | undefined;
    }
  /** The document exists, but states another id, or that its identifier is deactivated. */
  | { readonly kind: 'mismatch'; readonly reason: string };

const ACCEPT = 'application/did+ld+json, application/did+json, application/ld+json, application/json';
const DID_KEY = /^did:key:(z[1-9A-HJ-NP-Za-km-z]{1,200})$/;
const DID_JWK = /^did:jwk:([A-Za-z0-9_-]{1,2000})$/;

/** The controller document of an issuer: a DID document (did:web, did:key, did:jwk), or the document at an
 *  http address (Controlled Identifiers 1.0 §3). Its `id` must be the requested one. */
export async function resolveController(
  id: string,
  run: Pick<Run, 'fetch' | 'ownOrigin'>,
): Promise<Controller> {
  const self = describedByItself(id);
  if (self !== undefined) return self;
  const address = controllerAddress(id, run.ownOrigin);
  if (address === undefined)
    return { kind: 'unreachable', reason: `${id} is not did:web, did:key, did:jwk or an http address` };
  const fetched = await run.fetch(address, ACCEPT);
  if (fetched.kind === 'unreachable')
    return { kind: 'unreachable', reason: `${address}: ${fetched.reason}`, fault: fetched.fault };
  if (fetched.kind === 'status') {
    const isGone = fetched.status === 404 || fetched.status === 410;
    return { kind: 'unreachable', reason: `${address} answers ${fetched.status}`, isGone };
  }
  const document = fetchedObject(fetched);
  if (document === undefined) {
    const isPage = /^text\/html\b/i.test(fetched.contentType);
    return { kind: 'unreachable', reason: `${address} is not a JSON document`, isPage };
  }
  if (document['id'] !== id)
    return { kind: 'mismatch', reason: `the document at ${address} is not that of ${id}` };
  if (document['deactivated'] === true)
    return { kind: 'mismatch', reason: `the document at ${address} says that ${id} is deactivated` };
  return { kind: 'found', document };
}

/** The document of an identifier that consists of a key (did:key, did:jwk); undefined for any other
 *  identifier. */
export function describedByItself(id: string): Controller | undefined {
  const key = DID_KEY.exec(id)?.[1];
  if (key !== undefined) return { kind: 'found', document: didKeyDocument(id, key) };
  const encoded = DID_JWK.exec(id)?.[1];
  return encoded === undefined ? undefined : didJwkDocument(id, encoded);
}

/** The web origin that represents an issuer; undefined for an issuer without one (did:key). */
export function webOriginOf(id: string, ownOrigin: string | undefined): string | undefined {
  const address = controllerAddress(id, ownOrigin);
  return address === undefined ? undefined : new URL(address).origin;
}

function controllerAddress(id: string, ownOrigin: string | undefined): string | undefined {
  if (isDidOf(id, ownOrigin)) return `${ownOrigin}/.well-known/did.json`;
  if (id.startsWith('did:web:')) return didWebAddress(id);
  return /^https?:\/\//.test(id) && URL.canParse(id) ? id : undefined;
}

function didKeyDocument(did: string, publicKeyMultibase: string): JsonObject {
  const id = `${did}#${publicKeyMultibase}`;
  const method = { id, type: 'Multikey', controller: did, publicKeyMultibase };
  return { id: did, verificationMethod: [method], assertionMethod: [id], authentication: [id] };
}

/** The document of a did:jwk (method §2): the identifier is the key itself. */
function didJwkDocument(did: string, encoded: string): Controller {
  const jwk = readJwk(encoded);
  if (jwk === undefined) return { kind: 'mismatch', reason: `${did} is no public key` };
  const id = `${did}#0`;
  const method = { id, type: 'JsonWebKey', controller: did, publicKeyJwk: jwk };
  return {
    kind: 'found',
    document: { id: did, verificationMethod: [method], assertionMethod: [id], authentication: [id] },
  };
}

function readJwk(encoded: string): JsonObject | undefined {
  try {
    const read = readJson(decodeText(fromBase64Url(encoded)) ?? '');
    return read.kind === 'object' ? read.object : undefined;
  } catch {
    return undefined;
  }
}
