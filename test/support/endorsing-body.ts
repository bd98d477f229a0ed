import { gzipSync } from 'node:zlib';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { makeDocumentLoader } from '../../src/open-badges/canonicalization/document-loader.ts';
import { STATIC_CONTEXTS } from '../../src/open-badges/contexts/vendored.ts';
import type { Fetched } from '../../src/open-badges/fetching/fetcher.ts';
import { type JsonObject, textOf } from '../../src/open-badges/parsing/json-value.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const documentLoader = makeDocumentLoader(STATIC_CONTEXTS);

/** Addresses and their answers. A number is a status; a missing address does not answer. */
export type Web = Map<string, JsonObject | string | number>;

/** A body outside the service, with a did:web and a status list of its own. It signs with the libraries of
 *  others. */
export interface EndorsingBody {
  readonly did: string;
  readonly keyId: string;
  readonly didAddress: string;
  /** Signs any document as JSON. */
  sign(document: JsonObject): Promise<JsonObject>;
  /** Signs an endorsement as JWS. */
  signJwt(document: JsonObject): Promise<string>;
  /** An unsigned endorsement of a thing. */
  says(about: string, changes?: JsonObject, subject?: JsonObject): JsonObject;
  /** Publishes its list with these places set. */
  publishList(set: readonly number[]): Promise<void>;
  /** Publishes its keys, or none of them. */
  publishKeys(listed?: boolean): void;
}

/** A body at this host, whose keys and list are on the web. */
export async function makeEndorsingBody(host: string, web: Web): Promise<EndorsingBody> {
  const did = `did:web:${host}`;
  const didAddress = `https://${host}/.well-known/did.json`;
  const list = `https://${host}/status/1`;
  const key = await Ed25519Multikey.generate({ id: `${did}#ed`, controller: did });
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const sign = (credential: JsonObject) =>
    issue({
      credential: structuredClone(credential),
      suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite: eddsaRdfc }),
      documentLoader,
    });
  const publishKeys = (listed = true) => {
    const publicKeyMultibase = textOf(key, 'publicKeyMultibase');
    const methods = [
      { id: `${did}#ed`, type: 'Multikey', controller: did, publicKeyMultibase },
      { id: `${did}#ec`, type: 'JsonWebKey', controller: did, publicKeyJwk: jwk },
    ];
    const assertionMethod = listed ? methods.map(({ id }) => id) : [];
    web.set(didAddress, {
      '@context': ['https://www.w3.org/ns/did/v1'],
      id: did,
      verificationMethod: listed ? methods : [],
      assertionMethod,
    });
  };
  const body: EndorsingBody = {
    did,
    keyId: `${did}#ed`,
    didAddress,
    sign,
    signJwt: (document) =>
      new SignJWT(document)
        .setProtectedHeader({ alg: 'ES256', kid: `${did}#ec`, typ: 'JWT' })
        .setIssuer(did)
        .setSubject(textOf(document['credentialSubject'], 'id') ?? '')
        .setJti(textOf(document, 'id') ?? '')
        .setNotBefore(new Date(textOf(document, 'validFrom') ?? ''))
        .sign(privateKey),
    says: (about, changes = {}, subject = {}) => ({
      '@context': [V2, OB],
      id: `https://${host}/endorsements/${crypto.randomUUID()}`,
      type: ['VerifiableCredential', 'EndorsementCredential'],
      name: 'Soutien à un badge',
      issuer: { id: did, type: ['Profile'], name: `Organisme ${host}` },
      validFrom: '2026-09-01T00:00:00Z',
      credentialStatus: {
        id: `${list}#7`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '7',
        statusListCredential: list,
      },
      ...changes,
      credentialSubject: {
        id: about,
        type: ['EndorsementSubject'],
        endorsementComment: 'Ce badge dit un travail réel.',
        ...subject,
      },
    }),
    publishList: async (set) => void web.set(list, await sign(listCredential(list, did, set))),
    publishKeys,
  };
  publishKeys();
  await body.publishList([]);
  return body;
}

function listCredential(id: string, issuer: string, set: readonly number[]): JsonObject {
  const bits = new Uint8Array(131_072 / 8);
  for (const place of set) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  return {
    '@context': [V2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: '2026-09-01T00:00:00Z',
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
  };
}

/** This web's answer at an address. */
export function fetchFrom(web: Web, url: string): Fetched {
  const found = web.get(url);
  if (found === undefined) return { kind: 'unreachable', reason: 'no answer' };
  if (typeof found === 'number') return { kind: 'status', status: found };
  const text = typeof found === 'string' ? found : JSON.stringify(found);
  return { kind: 'ok', url, contentType: 'application/json', body: new TextEncoder().encode(text) };
}
