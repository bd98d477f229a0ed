import { gzipSync } from 'node:zlib';
import type { PublicKeyRecord } from '../../src/domain/public-key.ts';
import type { Instant } from '../../src/domain/time/time.ts';
import { didDocument, jwks, keyDocument } from '../../src/issuing/did-document.ts';
import type { Fetched, Fetcher } from '../../src/open-badges/fetching/fetcher.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { embedProof, publicRsa, RSA_KEYS, testKey } from './credential-signing.ts';
import { ellipticKey, jwkOf } from './suite-signing.ts';

/** The web of the tests: addresses and their answers. Every other address is unreachable. */
export interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}
export type World = Readonly<Record<string, Page>>;

export const ORIGIN = 'https://jalon.test';
export const DID = 'did:web:jalon.test';
export const NOW = '2026-11-24T12:00:00Z' as Instant;
export const V2 = 'https://www.w3.org/ns/credentials/v2';
export const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

export const OUR_KEY = testKey(1);
export const RETIRED_KEY = testKey(2);
export const COMPROMISED_KEY = testKey(3);
export const FOREIGN_KEY = testKey(4);
export const ATTACKER_KEY = testKey(5);
export const PROFILE_KEY = testKey(6);
export const ENDED_KEY = testKey(7);
export const ELLIPTIC_KEY = ellipticKey('P-256', 21);

const compromised = { at: '2026-10-01T08:00:00Z' as Instant, reason: 'Clé copiée par erreur' };
const createdAt = '2026-01-05T08:00:00Z' as Instant;

/** Our keys as a directory lists them: one in each state, for each algorithm that needs it. */
export const OUR_RECORDS: readonly PublicKeyRecord[] = [
  {
    kid: 'ed-active',
    algorithm: 'Ed25519',
    state: 'active',
    createdAt,
    publicKeyMultibase: OUR_KEY.publicKeyMultibase,
  },
  {
    kid: 'ed-retired',
    algorithm: 'Ed25519',
    state: 'retired',
    createdAt,
    retiredAt: createdAt,
    publicKeyMultibase: RETIRED_KEY.publicKeyMultibase,
  },
  {
    kid: 'ed-stolen',
    algorithm: 'Ed25519',
    state: 'compromised',
    createdAt,
    compromised,
    publicKeyMultibase: COMPROMISED_KEY.publicKeyMultibase,
  },
  {
    kid: 'rs-active',
    algorithm: 'RS256',
    state: 'active',
    createdAt,
    publicKeyJwk: publicRsa(RSA_KEYS.active),
  },
  {
    kid: 'rs-stolen',
    algorithm: 'RS256',
    state: 'compromised',
    createdAt,
    compromised,
    publicKeyJwk: publicRsa(RSA_KEYS.compromised),
  },
];

export const FOREIGN_DID = 'did:web:badges.example';
export const PROFILE_ID = 'https://profile.example/issuer';
export const LIST = `${ORIGIN}/status/1`;
const LIST_BITS = 131_072;

export function json(value: unknown, status = 200, contentType = 'application/json'): Page {
  return { status, contentType, body: JSON.stringify(value) };
}

/** A status list with these bits set; `changes` replace members of the credential, `subject` those of its
 *  subject. */
export function statusList(
  set: readonly number[],
  changes: JsonObject = {},
  subject: JsonObject = {},
): JsonObject {
  const size = typeof subject['size'] === 'number' ? subject['size'] : LIST_BITS;
  const bits = new Uint8Array(size / 8);
  for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  // The gzip header names the operating system, which would make the frozen files depend on the machine.
  const gzipped = gzipSync(bits);
  gzipped[9] = 255;
  const { size: _, ...others } = subject;
  const id = typeof changes['id'] === 'string' ? changes['id'] : LIST;
  return {
    '@context': [V2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: { id: DID, name: 'DANE de Dijon' },
    validFrom: '2026-11-24T10:00:00Z',
    validUntil: '2026-11-25T10:00:00Z',
    ...changes,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipped.toString('base64url')}`,
      ttl: 300_000,
      ...others,
    },
  };
}

const signOurs = (document: JsonObject) =>
  embedProof(document, OUR_KEY, { verificationMethod: `${DID}#ed-active` });

export async function makeWorld(): Promise<World> {
  return { ...ourKeys(), ...otherIssuers(), ...(await statusLists()) };
}

function ourKeys(): World {
  const gone = (url: string) => ({
    type: 'about:blank',
    title: 'Gone',
    status: 410,
    code: 'key-compromised',
    compromisedAt: compromised.at,
    reason: compromised.reason,
    instance: url,
  });
  const keys = OUR_RECORDS.map((record): [string, Page] => {
    const url = `${ORIGIN}/keys/${record.kid}`;
    if (record.state === 'compromised') return [url, json(gone(url), 410, 'application/problem+json')];
    return [url, json(keyDocument(ORIGIN, record))];
  });
  return {
    [`${ORIGIN}/.well-known/did.json`]: json(
      didDocument(ORIGIN, OUR_RECORDS),
      200,
      'application/did+ld+json',
    ),
    [`${ORIGIN}/.well-known/jwks.json`]: json(jwks(ORIGIN, OUR_RECORDS), 200, 'application/jwk-set+json'),
    ...Object.fromEntries(keys),
  };
}

function multikey(id: string, controller: string, publicKeyMultibase: string, more: JsonObject = {}) {
  return { id, type: 'Multikey', controller, publicKeyMultibase, ...more };
}

function otherIssuers(): World {
  const foreign = [
    multikey(`${FOREIGN_DID}#k1`, FOREIGN_DID, FOREIGN_KEY.publicKeyMultibase),
    multikey(`${FOREIGN_DID}#ended`, FOREIGN_DID, ENDED_KEY.publicKeyMultibase, {
      expires: '2026-06-30T00:00:00Z',
    }),
    multikey(`${FOREIGN_DID}#revoked`, FOREIGN_DID, ENDED_KEY.publicKeyMultibase, {
      revoked: '2026-06-30T00:00:00Z',
    }),
    multikey(`${FOREIGN_DID}#borrowed`, DID, FOREIGN_KEY.publicKeyMultibase),
    {
      id: `${FOREIGN_DID}#p256`,
      type: 'JsonWebKey',
      controller: FOREIGN_DID,
      publicKeyJwk: jwkOf(ELLIPTIC_KEY),
    },
  ];
  const profileKey = 'https://profile.example/keys/1';
  // An attacker's own document that claims one of our keys, which none of our documents lists.
  const claimed = 'https://attacker.example/keys/1';
  return {
    'https://badges.example/.well-known/did.json': json({
      '@context': ['https://www.w3.org/ns/did/v1'],
      id: FOREIGN_DID,
      verificationMethod: foreign,
      assertionMethod: foreign.map((method) => method.id),
    }),
    'https://borrowed.example/.well-known/did.json': json({ id: FOREIGN_DID, assertionMethod: [] }),
    [PROFILE_ID]: json({
      id: PROFILE_ID,
      type: ['Profile'],
      name: 'Un lycée voisin',
      verificationMethod: [multikey(`${PROFILE_ID}#k1`, PROFILE_ID, PROFILE_KEY.publicKeyMultibase)],
      assertionMethod: [`${PROFILE_ID}#k1`, profileKey],
    }),
    [profileKey]: json({
      '@context': 'https://w3id.org/security/multikey/v1',
      ...multikey(profileKey, PROFILE_ID, PROFILE_KEY.publicKeyMultibase),
    }),
    [claimed]: json(multikey(claimed, DID, ATTACKER_KEY.publicKeyMultibase)),
  };
}

async function statusLists(): Promise<World> {
  const page = (document: JsonObject) => json(document, 200, 'application/vc+ld+json');
  const named = (name: string) => ({ id: `${ORIGIN}/status/${name}` });
  const tampered = await signOurs(statusList([7], named('tampered')));
  const foreign = statusList([], { ...named('foreign'), issuer: FOREIGN_DID });
  const suspension = statusList([9], named('suspension'), { statusPurpose: 'suspension' });
  const expired = {
    ...named('expired'),
    validFrom: '2026-11-01T00:00:00Z',
    validUntil: '2026-11-02T00:00:00Z',
  };
  const { validFrom: _, ...undated } = statusList([7], named('undated'));
  const otherSuite = await signOurs(statusList([], named('other-suite')));
  const [proof] = otherSuite['proof'] as JsonObject[];
  return {
    [LIST]: page(await signOurs(statusList([7]))),
    [`${ORIGIN}/status/undated`]: page(await signOurs(undated)),
    [`${ORIGIN}/status/other-suite`]: page({
      ...otherSuite,
      proof: [{ ...proof, cryptosuite: 'suite-of-tomorrow' }],
    }),
    [`${ORIGIN}/status/copy`]: page(await signOurs(statusList([7]))),
    [`${ORIGIN}/status/suspension`]: page(await signOurs(suspension)),
    [`${ORIGIN}/status/unsigned`]: page(statusList([], named('unsigned'))),
    [`${ORIGIN}/status/tampered`]: page({ ...tampered, validUntil: '2027-11-25T10:00:00Z' }),
    [`${ORIGIN}/status/foreign`]: page(
      await embedProof(foreign, FOREIGN_KEY, { verificationMethod: `${FOREIGN_DID}#k1` }),
    ),
    [`${ORIGIN}/status/expired`]: page(await signOurs(statusList([], expired))),
    [`${ORIGIN}/status/short`]: page(await signOurs(statusList([], named('short'), { size: 8 }))),
    [`${ORIGIN}/status/html`]: {
      status: 200,
      contentType: 'text/html',
      body: '<!doctype html><title>Non</title>',
    },
    'https://legacy.example/revocations.json': json({
      id: 'https://legacy.example/revocations.json',
      issuer: DID,
      revokedCredential: [
        { id: `${ORIGIN}/credentials/legacy-revoked`, revoked: true, revocationReason: 'Délivré par erreur' },
        { id: `${ORIGIN}/credentials/legacy-restored`, revoked: false },
      ],
    }),
  };
}

/** Fetches from a world, and records the requested addresses. */
export function worldFetcher(world: World, asked: string[] = []): Fetcher {
  return {
    fetch: async (url): Promise<Fetched> => {
      asked.push(url);
      const page = world[url];
      if (page === undefined) return { kind: 'unreachable', reason: 'no such host' };
      const body = new TextEncoder().encode(page.body);
      if (page.status !== 200) return { kind: 'status', status: page.status, body };
      return { kind: 'ok', url, contentType: page.contentType, body };
    },
  };
}
