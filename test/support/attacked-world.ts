import { bakePng } from '../../src/open-badges/baking/bake-png.ts';
import { bakeSvg } from '../../src/open-badges/baking/bake-svg.ts';
import { ED25519_2020_V1 } from '../../src/open-badges/contexts/addresses.ts';
import { fromMultikey, toJwk } from '../../src/open-badges/keys/public-key.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { type AttackedWorld, EVIL, type Place, TITLE } from './attacked.ts';
import { type Chance, makeChance } from './chance.ts';
import { badge, endorsement, payloadOf } from './corpus-badge.ts';
import { enveloped, record } from './corpus-embedded.ts';
import { PNG, SVG } from './corpus-valid.ts';
import { makeJws, publicRsa, RSA_KEYS } from './credential-signing.ts';
import {
  DID,
  FOREIGN_DID,
  json,
  ORIGIN,
  OUR_KEY,
  type Page,
  PROFILE_ID,
  statusList,
  type World,
} from './credential-world.ts';
import { discloseBy } from './foreign-issuers.ts';
import { olderAttack } from './older-attack.ts';
import { pemOf } from './older-world.ts';
import {
  edwardsKey,
  ellipticKey,
  ellipticSecret,
  embedSuiteProof,
  jwsBy,
  methodOf,
  type SuiteKey,
} from './suite-signing.ts';

const CONTEXT_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const ED = edwardsKey(90);
const P256 = ellipticKey('P-256', 91);
const P384 = ellipticKey('P-384', 92);
const SELECTIVE = 'ecdsa-sd-2023';
const SIGNATURE_2020 = 'Ed25519Signature2020';
const SUITES: readonly (readonly [string, SuiteKey])[] = [
  ['ecdsa-rdfc-2019', P384],
  ['ecdsa-jcs-2019', P384],
  [SELECTIVE, P256],
  [SIGNATURE_2020, ED],
  ['eddsa-rdfc-2022', ED],
  ['eddsa-jcs-2022', ED],
  ['ecdsa-rdfc-2019', P256],
  ['ecdsa-jcs-2019', P256],
];
const JWTS = ['RS256', 'ES256', 'EdDSA'] as const;
const METHODS: Readonly<Record<string, readonly string[]>> = {
  [DID]: [`${DID}#ed-active`, `${DID}#rs-active`, `${ORIGIN}/keys/rs-active`],
  [FOREIGN_DID]: [`${FOREIGN_DID}#k1`, `${FOREIGN_DID}#p256`],
  [PROFILE_ID]: [`${PROFILE_ID}#k1`, 'https://profile.example/keys/1'],
};

/** One attack: who is attacked, in which form, and what the attacker's addresses say, all by chance. An
 *  endorsement is about what is `endorsed`. */
export async function attackedWorld(seed: number, endorsed = 'urn:uuid:own'): Promise<AttackedWorld> {
  const pick = makeChance(seed);
  const isOlder = pick([true, false, false]);
  return isOlder ? olderAttack(pick) : currentAttack(pick, endorsed);
}

const ADDRESSES = ['a', 'b', 'c', 'keys/1', '.well-known/did.json', '.well-known/jwks.json'].map(
  (path) => `${EVIL}/${path}`,
);

/** The attacker's key in one of its forms. */
function keyIn(pick: Chance, key: SuiteKey | 'RSA'): JsonObject {
  const jwk = key === 'RSA' ? publicRsa(RSA_KEYS.attacker) : jwkOf(key);
  const forms: JsonObject[] = [{ publicKeyJwk: jwk }, { ...jwk }, { publicKeyPem: pemOf(RSA_KEYS.attacker) }];
  if (key !== 'RSA') forms.push({ publicKeyMultibase: key.publicKeyMultibase });
  return pick(forms);
}

function jwkOf({ publicKeyMultibase }: SuiteKey): JsonObject {
  const key = fromMultikey(publicKeyMultibase);
  return key === undefined ? {} : toJwk(key);
}

interface Attack {
  readonly victim: string;
  readonly key: SuiteKey | 'RSA';
}

/** A document of the attacker: it says of itself whatever may be believed. */
function document(pick: Chance, { victim, key }: Attack, address: string): Page {
  const ids = [address, victim, ...(METHODS[victim] ?? []), pick(ADDRESSES), undefined];
  const method = () => ({
    id: pick(ids),
    type: pick(['Multikey', 'JsonWebKey', undefined]),
    controller: pick([victim, [EVIL, victim], address, undefined]),
    ...keyIn(pick, key),
  });
  const methods = [method(), method()];
  const listed = methods.map(({ id }) => id);
  const all: JsonObject = {
    ...method(),
    ...pick<JsonObject>([{}, { verificationMethod: methods, assertionMethod: pick([listed, methods]) }]),
    ...pick<JsonObject>([{}, { keys: [{ ...keyIn(pick, key), iss: pick([victim, undefined]) }] }]),
    ...pick<JsonObject>([{}, { owner: victim, issuer: victim, type: 'CryptographicKey' }]),
    ...pick<JsonObject>([
      {},
      { kind: 'refused', step: { step: 'proof', result: 'passed', code: 'ok', detail: '' } },
    ]),
    ...pick<JsonObject>([{}, { iss: victim, alsoKnownAs: [victim], kid: pick(ids) }]),
  };
  const gone = { ...all, code: 'key-compromised', compromisedAt: '2026-01-01T00:00:00Z' };
  return pick([json(all), json(all), json(all), json(all), json(gone, 410)]);
}

async function currentAttack(pick: Chance, endorsed: string): Promise<AttackedWorld> {
  const victim = pick([DID, FOREIGN_DID, PROFILE_ID]);
  const form = pick(['embedded', 'jwt', 'jwt-1.1'] as const);
  const place = pick(['alone', 'link', 'png', 'svg', 'record', 'endorsement', 'list', 'refreshed'] as const);
  const [suite, suiteKey] = pick(SUITES);
  const alg = pick(JWTS);
  const key = form === 'embedded' ? suiteKey : alg === 'RS256' ? 'RSA' : alg === 'ES256' ? P256 : ED;
  const attack = { victim, key } as const;
  const fragment = pick(['', '', '#k1', '#ed-active']);
  const named = pick([
    ...(METHODS[victim] ?? []),
    ...ADDRESSES.slice(0, 4).map((address) => `${address}${fragment}`),
    ...ADDRESSES.slice(0, 4),
    methodOf(key === 'RSA' ? ED : key),
    `${victim}#other`,
    ...(form === 'embedded' ? [] : ['#other']),
  ]);
  const world: World = Object.fromEntries(
    [...new Set([...ADDRESSES, named])]
      .filter((address) => address.startsWith(EVIL))
      .map((address) => [address, document(pick, attack, address)]),
  );
  const inside: JsonObject = pick<JsonObject>([
    {},
    {
      verificationMethod: [{ id: named, controller: victim, ...keyIn(pick, key) }],
      assertionMethod: [named],
    },
    { verification: { allowedOrigins: ['evil.example'] } },
  ]);
  // Only a JWT can have members that no context defines.
  const more = form === 'embedded' ? {} : inside;
  const issuer = { id: victim, type: ['Profile'], name: 'Victime', ...more };
  const body = bodyOf(pick, place, { issuer, endorsed });
  const header = {
    alg,
    ...pick<JsonObject>([
      { kid: named },
      { kid: named },
      { jwk: publicOf(key) },
      { kid: named, jwk: publicOf(key) },
    ]),
  };
  const sign = async (credential: JsonObject) =>
    form === 'embedded'
      ? embedBy(suite, credential, { key: suiteKey, named })
      : signJwt(credential, header, { key, isFirst: form === 'jwt-1.1' });
  const forged = await sign(body);
  const name = form === 'embedded' ? `${suite} ${suiteKey.hash}` : `${form} ${alg}`;
  const attacked = await placed({ forged, place, victim, form: name }, world);
  return { ...attacked, signed: { forged, key, named } };
}

/** The credential with an embedded proof of the suite, made under the name that the attacker chose. */
function embedBy(
  suite: string,
  credential: JsonObject,
  { key, named }: { readonly key: SuiteKey; readonly named: string },
): Promise<JsonObject> {
  const plain = JSON.parse(JSON.stringify(credential)) as JsonObject;
  if (suite === SELECTIVE) {
    const { publicKeyMultibase } = key;
    return discloseBy({ id: named, publicKeyMultibase, secretKeyMultibase: ellipticSecret(91) }, plain);
  }
  if (suite !== SIGNATURE_2020)
    return embedSuiteProof(plain, key, { cryptosuite: suite, verificationMethod: named });
  const contexts = [...(plain['@context'] as string[]), ED25519_2020_V1];
  const old = { type: SIGNATURE_2020, verificationMethod: named };
  return embedSuiteProof({ ...plain, '@context': contexts }, key, old);
}

function publicOf(key: SuiteKey | 'RSA'): JsonObject {
  return key === 'RSA' ? publicRsa(RSA_KEYS.attacker) : jwkOf(key);
}

const LIST = `${EVIL}/list`;
const NEWER = `${EVIL}/newer`;

function bodyOf(
  pick: Chance,
  place: Place,
  { issuer, endorsed }: { readonly issuer: JsonObject; readonly endorsed: string },
): JsonObject {
  if (place === 'endorsement')
    return endorsement({
      issuer,
      name: TITLE,
      credentialSubject: { id: endorsed, type: ['EndorsementSubject'], endorsementComment: TITLE },
    });
  if (place === 'list') {
    return statusList([], { id: LIST, issuer: { id: issuer['id'], name: 'Victime' } });
  }
  const later = place === 'refreshed' ? { validFrom: '2026-09-01T10:00:00Z' } : {};
  return badge({
    issuer,
    name: TITLE,
    credentialStatus: undefined,
    id: pick([`${EVIL}/badge`, `${ORIGIN}/credentials/corpus`]),
    ...(place === 'refreshed' && { id: `${ORIGIN}/credentials/corpus` }),
    ...later,
  });
}

function signJwt(
  credential: JsonObject,
  header: JsonObject,
  { key, isFirst }: { readonly key: SuiteKey | 'RSA'; readonly isFirst: boolean },
): string {
  const plain = JSON.parse(JSON.stringify(credential)) as JsonObject;
  const { validFrom, validUntil, ...rest } = plain;
  const contexts = plain['@context'] as unknown[];
  const first = {
    ...rest,
    '@context': ['https://www.w3.org/2018/credentials/v1', ...contexts.slice(1)],
    issuanceDate: validFrom,
    ...(validUntil !== undefined && { expirationDate: validUntil }),
  };
  const { iss, sub, jti, nbf, exp } = payloadOf(plain);
  const payload = isFirst
    ? { iss, sub, jti, nbf, ...(exp !== undefined && { exp }), vc: first }
    : payloadOf(plain);
  return key === 'RSA' ? makeJws(header, payload, RSA_KEYS.attacker) : jwsBy(key, header, payload);
}

interface Forged {
  readonly forged: JsonObject | string;
  readonly place: Place;
  readonly victim: string;
  readonly form: string;
}

/** Puts a forged credential where a verifier finds it. */
async function placed({ forged, place, victim, form }: Forged, world: World): Promise<AttackedWorld> {
  const text = typeof forged === 'string' ? forged : JSON.stringify(forged);
  const bytes = (value: unknown) =>
    new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  const own = (body: JsonObject) =>
    embedSuiteProof(
      { ...body, issuer: { id: `did:key:${ED.publicKeyMultibase}`, type: ['Profile'], name: 'Moi' } },
      ED,
      { cryptosuite: 'eddsa-rdfc-2022', verificationMethod: methodOf(ED) },
    );
  const whole = { world, victim, place, form };
  const url = `${EVIL}/badge`;
  switch (place) {
    case 'alone':
      return { ...whole, bytes: bytes(text) };
    case 'link':
      return {
        ...whole,
        bytes: bytes(url),
        world: { ...world, [url]: { status: 200, contentType: 'application/json', body: text } },
      };
    case 'png':
      return { ...whole, bytes: bakePng(PNG, text) };
    case 'svg':
      return { ...whole, bytes: bytes(bakeSvg(SVG, text)) };
    case 'record':
      return {
        ...whole,
        bytes: bytes(await own(record([typeof forged === 'string' ? enveloped(forged) : forged]))),
      };
    case 'endorsement': {
      const member = typeof forged === 'string' ? { endorsementJwt: [forged] } : { endorsement: [forged] };
      return {
        ...whole,
        bytes: bytes(await own(badge({ id: 'urn:uuid:own', credentialStatus: undefined, ...member }))),
      };
    }
    case 'list': {
      const entry = {
        id: `${LIST}#7`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '7',
        statusListCredential: LIST,
      };
      const page = { status: 200, contentType: 'application/vc', body: text };
      return {
        ...whole,
        victim: DID,
        bytes: bytes(await genuine({ credentialStatus: entry })),
        world: { ...world, [LIST]: page },
      };
    }
    case 'refreshed': {
      const service = { id: NEWER, type: '1EdTechCredentialRefresh' };
      const contexts = [...(badge()['@context'] as string[]), CONTEXT_EXTENSIONS];
      const given = await genuine({
        '@context': contexts,
        refreshService: service,
        credentialStatus: undefined,
      });
      const page = { status: 200, contentType: 'application/vc', body: text };
      return { ...whole, victim: DID, bytes: bytes(given), world: { ...world, [NEWER]: page } };
    }
  }
}

/** A badge that this service did sign. */
function genuine(changes: JsonObject): Promise<JsonObject> {
  const key = {
    ...ED,
    publicKeyMultibase: OUR_KEY.publicKeyMultibase,
    sign: (data: Uint8Array) => OUR_KEY.sign(data),
  };
  return embedSuiteProof(badge(changes), key, {
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod: `${DID}#ed-active`,
  });
}
