import { bakePng } from '../../../src/open-badges/baking/bake-png.ts';
import { bakeSvg } from '../../../src/open-badges/baking/bake-svg.ts';
import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { embedProof, makeJws, publicRsa, RSA_KEYS, testKey } from '../credential-signing.ts';
import {
  ATTACKER_KEY,
  DID,
  ORIGIN,
  PROFILE_ID,
  PROFILE_KEY,
  RETIRED_KEY,
  THIRD_PARTY_DID,
  THIRD_PARTY_KEY,
} from '../fixtures/credentials.ts';
import { chained } from '../proof-chain.ts';
import { badge, endorsement, JWT_HEADER, jwt, payloadOf, signed, statusEntry } from './badge.ts';
import { type CorpusCase, valid } from './case.ts';
import { embeddedCases } from './embedded.ts';
import { plainCases } from './plain.ts';

/** A picture of 1 × 1 pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>';

/** The public identifier that Inkscape and Illustrator write. */
export const SVG_PUBLIC_ID = '-//W3C//DTD SVG 1.1//EN';
export const SVG_DTD = 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd';

export const thirdPartyProfile = (id: string): JsonObject => ({
  id,
  type: ['Profile'],
  name: 'Un lycée voisin',
  url: 'https://badges.example',
});

const text = (of: CorpusCase, given: string): CorpusCase => ({ ...of, input: { kind: 'text', text: given } });
const bytes = (of: CorpusCase, given: Uint8Array): CorpusCase => ({
  ...of,
  input: { kind: 'base64', base64: Buffer.from(given).toString('base64') },
});

export async function validCases(): Promise<readonly CorpusCase[]> {
  return [
    ...(await formCases()),
    ...(await issuerCases()),
    ...(await statusAndEndorsementCases()),
    ...(await embeddedCases()),
    ...(await plainCases()),
  ];
}

/** The same badge in every form that a holder may have. */
async function formCases(): Promise<readonly CorpusCase[]> {
  const document = await signed(badge());
  const jws = jwt(badge());
  const json = JSON.stringify(document);
  const [proof] = document['proof'] as JsonObject[];
  const { exp: _, ...withoutExp } = payloadOf(badge({ validUntil: undefined }));
  const jwk = publicRsa(RSA_KEYS.active);
  const envelope = { '@context': badge()['@context'], type: 'EnvelopedVerifiableCredential' };
  const v1 = await signed(dataModel1());
  return [
    valid('embedded-proof', 'the form we publish', document, { issuer: ['passed', 'issuer-ours'] }),
    text(
      valid('indented', 'white space and a byte-order mark change nothing', null),
      `\uFEFF${JSON.stringify(document, null, 4)}\n`,
    ),
    valid('compacted', 'single values without brackets, as JSON-LD compaction leaves them', {
      ...document,
      issuer: { ...(document['issuer'] as JsonObject), type: 'Profile' },
      proof,
    }),
    valid('jwt', 'a compact JWS as text', jws, { proof: ['passed', 'ok'] }),
    text(valid('jwt-file', 'the same in a file with a line break', null), `${jws}\n`),
    valid('jwt-without-end', 'no validUntil and no exp', makeJws(JWT_HEADER, withoutExp)),
    valid(
      'jwt-key-in-header',
      'the public key in the header, listed by the issuer',
      makeJws({ alg: 'RS256', jwk }, payloadOf(badge())),
    ),
    valid('jwt-key-by-did', 'kid is a DID URL', jwt(badge(), {}, { kid: `${DID}#rs-active` })),
    valid('enveloped', 'a JWS in an EnvelopedVerifiableCredential', {
      ...envelope,
      id: `data:application/vc+jwt,${jws}`,
    }),
    bytes(valid('png', 'baked in a PNG image', null), bakePng(PNG, json)),
    bytes(valid('png-jwt', 'a JWS baked in a PNG image', null), bakePng(PNG, jws)),
    text(valid('svg', 'baked in an SVG drawing', null), bakeSvg(SVG, json)),
    text(valid('svg-jwt', 'a JWS baked in an SVG drawing', null), bakeSvg(SVG, jws)),
    text(
      valid('svg-with-doctype', 'the document type that drawing programs write', null),
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!DOCTYPE svg PUBLIC "${SVG_PUBLIC_ID}" "${SVG_DTD}">\n${bakeSvg(SVG, json)}`,
    ),
    valid('data-model-1.1', 'VCDM 1.1 with a Data Integrity proof', v1),
  ];
}

export function dataModel1(): JsonObject {
  const { validFrom, validUntil, awardedDate: _, ...body } = badge();
  const [, openBadges] = body['@context'] as string[];
  return {
    ...body,
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      openBadges,
      'https://w3id.org/security/data-integrity/v2',
    ],
    issuanceDate: validFrom,
    expirationDate: validUntil,
    credentialStatus: undefined,
  };
}

async function issuerCases(): Promise<readonly CorpusCase[]> {
  const wanderer = testKey(8);
  const didKey = `did:key:${wanderer.publicKeyMultibase}`;
  const from = (id: string) => badge({ issuer: thirdPartyProfile(id), credentialStatus: undefined });
  const unknown = { issuer: ['passed', 'issuer-unknown'] } as const;
  const witnessed = await embedProof(await signed(badge()), THIRD_PARTY_KEY, {
    verificationMethod: `${THIRD_PARTY_DID}#k1`,
  });
  return [
    valid(
      'retired-key',
      'a retired key stays published',
      await embedProof(badge(), RETIRED_KEY, { verificationMethod: `${DID}#ed-retired` }),
    ),
    valid(
      'other-issuer',
      'somebody else’s did:web',
      await embedProof(from(THIRD_PARTY_DID), THIRD_PARTY_KEY, {
        verificationMethod: `${THIRD_PARTY_DID}#k1`,
      }),
      unknown,
    ),
    valid(
      'did-key-issuer',
      'an issuer that is nothing but a key',
      await embedProof(from(didKey), wanderer, {
        verificationMethod: `${didKey}#${wanderer.publicKeyMultibase}`,
      }),
      unknown,
    ),
    valid(
      'http-issuer',
      'a Profile at an http address that lists its keys',
      await embedProof(from(PROFILE_ID), PROFILE_KEY, { verificationMethod: `${PROFILE_ID}#k1` }),
      unknown,
    ),
    valid(
      'http-key',
      'a key with an address of its own, listed by the issuer',
      await embedProof(from(PROFILE_ID), PROFILE_KEY, {
        verificationMethod: 'https://profile.example/keys/1',
      }),
      unknown,
    ),
    valid('two-proofs', 'the issuer’s proof and a witness’s', witnessed),
    valid('chain-of-proofs', 'a witness’s proof that follows the issuer’s', await chained(badge())),
    valid(
      'second-proof-unread',
      'the issuer’s proof and one of a suite that is not read here, which counts for nothing',
      await withUnread(),
    ),
    valid(
      'proof-not-expired',
      'a proof that ends later',
      await signed(badge(), { expires: '2030-01-01T00:00:00Z' }),
    ),
  ];
}

async function statusAndEndorsementCases(): Promise<readonly CorpusCase[]> {
  const legacy = { id: 'https://legacy.example/revocations.json', type: '1EdTechRevocationList' };
  const extended = [
    ...(badge()['@context'] as string[]),
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  ];
  const supported = await signed(endorsement());
  const suspension = { statusPurpose: 'suspension', statusListCredential: `${ORIGIN}/status/suspension` };
  return [
    valid(
      'no-status',
      'the issuer publishes no status',
      await signed(badge({ credentialStatus: undefined })),
      {
        status: ['passed', 'no-status'],
      },
    ),
    valid(
      'not-suspended',
      'a suspension list whose bit is not set',
      await signed(badge({ credentialStatus: statusEntry(suspension) })),
    ),
    valid(
      'legacy-not-revoked',
      'not on the 1EdTech list',
      await signed(badge({ '@context': extended, credentialStatus: legacy })),
    ),
    valid(
      'legacy-restored',
      'on the 1EdTech list, as not revoked',
      await signed(
        badge({
          '@context': extended,
          id: `${ORIGIN}/credentials/legacy-restored`,
          credentialStatus: legacy,
        }),
      ),
    ),
    valid('endorsed', 'an embedded endorsement', await signed(badge({ endorsement: [supported] })), {
      endorsements: ['passed', 'ok'],
    }),
    valid(
      'endorsed-by-jwt',
      'an endorsement as JWS',
      await signed(badge({ endorsementJwt: [jwt(endorsement())] })),
      {
        endorsements: ['passed', 'ok'],
      },
    ),
    valid('endorsement-alone', 'an endorsement can be verified by itself', supported, {
      endorsements: ['passed', 'no-endorsement'],
    }),
    valid(
      'attacker-key-elsewhere',
      'a did:key may be anyone: its identity is not vouched for',
      await byAttacker(),
      {
        issuer: ['passed', 'issuer-unknown'],
      },
    ),
  ];
}

function byAttacker(): Promise<JsonObject> {
  const id = `did:key:${ATTACKER_KEY.publicKeyMultibase}`;
  const method = `${id}#${ATTACKER_KEY.publicKeyMultibase}`;
  const lookalike = badge({
    issuer: { ...thirdPartyProfile(id), name: 'DANE de Dijon' },
    credentialStatus: undefined,
  });
  return embedProof(lookalike, ATTACKER_KEY, { verificationMethod: method });
}

async function withUnread(): Promise<JsonObject> {
  const document = await signed(badge());
  const [proof] = document['proof'] as JsonObject[];
  const unread = {
    ...proof,
    cryptosuite: 'bbs-2023',
    verificationMethod: `${THIRD_PARTY_DID}#k1`,
    proofValue: 'u2V0A',
  };
  return { ...document, proof: [proof, unread] };
}
