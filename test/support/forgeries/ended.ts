import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { achievement, badge, payloadOf, signed, subject } from '../corpus/badge.ts';
import { type Expected, invalid, proofError, UNSUPPORTED } from '../corpus/case.ts';
import { thirdPartyProfile } from '../corpus/valid.ts';
import { makeJws, publicRsa, RSA_KEYS } from '../credential-signing.ts';
import { DID, json, ORIGIN, THIRD_PARTY_DID } from '../fixtures/credentials.ts';
import { type ForgeryCase, hidden, ofText } from './case.ts';

const ELSEWHERE = 'https://badges.example/keys/rs';
const REVOCATIONS = 'https://legacy.example/revocations.json';
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const REFUSED = proofError('key-not-authorised');
const REVOKED: Expected = { verdict: 'revoked', step: 'status', code: 'revoked' };

/** Ended badges that are checked in a way that could miss their end, and documents whose check never ends. */
export async function endedForgeries(): Promise<readonly ForgeryCase[]> {
  return [
    ...keyForgeries(),
    ...(await listForgeries()),
    await endlessChain(),
    await swappedTitle(),
    ...(await borrowedNames()),
  ];
}

function keyForgeries(): readonly ForgeryCase[] {
  const publicKeyJwk = publicRsa(RSA_KEYS.attacker);
  const method = {
    id: `${THIRD_PARTY_DID}#rs`,
    type: 'JsonWebKey',
    controller: THIRD_PARTY_DID,
    publicKeyJwk,
  };
  const ended = { ...method, revoked: '2026-06-30T00:00:00Z' };
  const controller = (...methods: readonly JsonObject[]) =>
    json({ id: THIRD_PARTY_DID, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id) });
  const did = 'https://badges.example/.well-known/did.json';
  const keySet = 'https://badges.example/.well-known/jwks.json';
  const payload = payloadOf(
    badge({ issuer: thirdPartyProfile(THIRD_PARTY_DID), credentialStatus: undefined }),
  );
  const jwt = (header: JsonObject) => makeJws({ alg: 'RS256', ...header }, payload, RSA_KEYS.attacker);
  return [
    {
      ...invalid(
        'jwt-revoked-key-without-name',
        'a revoked key in the header, its name left out so that its description is not read',
        jwt({ jwk: publicKeyJwk }),
        REFUSED,
      ),
      world: { [did]: controller(ended), [keySet]: json({ keys: [publicKeyJwk] }) },
    },
    {
      ...invalid(
        'jwt-revoked-key-elsewhere',
        'a revoked key by an address that describes it, still in the issuer’s key set',
        jwt({ kid: ELSEWHERE }),
        REFUSED,
      ),
      world: { [ELSEWHERE]: json(ended), [did]: controller(), [keySet]: json({ keys: [publicKeyJwk] }) },
    },
    {
      ...invalid(
        'jwt-borrowed-key',
        'a key that the issuer lists and another controls',
        jwt({ jwk: publicKeyJwk }),
        REFUSED,
      ),
      world: { [did]: controller({ ...method, controller: DID }) },
    },
  ];
}

/** A badge on the 1EdTech revocation list, whose reference could be overlooked. */
async function listForgeries(): Promise<readonly ForgeryCase[]> {
  const id = `${ORIGIN}/credentials/legacy-revoked`;
  const document = await signed(
    badge({
      id,
      '@context': [...(badge()['@context'] as string[]), EXTENSIONS],
      credentialStatus: { id: REVOCATIONS, type: '1EdTechRevocationList' },
    }),
  );
  const text = JSON.stringify(document);
  const on = (revokedCredential: readonly unknown[]) => ({
    [REVOCATIONS]: json({ id: REVOCATIONS, issuer: DID, revokedCredential }),
  });
  const nothing = (name: string, why: string, page: unknown): ForgeryCase => ({
    ...ofText(name, why, text, {
      verdict: 'status-unreachable',
      step: 'status',
      code: 'status-list-invalid',
    }),
    world: { [REVOCATIONS]: json(page) },
  });
  return [
    nothing('legacy-list-empty', 'an empty object in the place of the revocation list', {}),
    nothing('legacy-list-is-an-error', 'an error message in the place of the revocation list', {
      error: 'temporarily unavailable',
    }),
    nothing('legacy-list-of-nobody', 'a revocation list that states no issuer and another address', {
      id: 'https://attacker.example/list',
      revokedCredential: [],
    }),
    {
      ...ofText(
        'legacy-listed-by-id',
        'a revocation list that names the badge by its id alone',
        text,
        REVOKED,
      ),
      world: on([id]),
    },
    {
      ...ofText('legacy-listed-twice', 'restored, then revoked again on one list', text, REVOKED),
      world: on([
        { id, revoked: false },
        { id, revoked: true },
      ]),
    },
  ];
}

/** Eight proofs in a chain, each link named forty times: there are six hundred thousand million paths through
 *  it. */
async function endlessChain(): Promise<ForgeryCase> {
  const document = await signed(badge({ credentialStatus: undefined }));
  const [proof] = document['proof'] as JsonObject[];
  const link = (at: number) => ({
    ...proof,
    id: `urn:link:${at}`,
    ...(at < 7 && { previousProof: Array<string>(40).fill(`urn:link:${at + 1}`) }),
  });
  return ofText(
    'chain-of-many-ways',
    'a chain of proofs that names each link forty times, so that no reader comes to its end',
    JSON.stringify({ ...document, proof: Array.from({ length: 8 }, (_, at) => link(at)) }),
    proofError('bad-signature'),
  );
}

/** An achievement that is its own evidence: in the graph it has two names, and no signature covers which
 *  stands where. */
async function swappedTitle(): Promise<ForgeryCase> {
  const { id, type: _, ...rest } = achievement({ criteria: { narrative: 'Au moins un an de missions.' } });
  const type = ['Achievement', 'Evidence'];
  const proof = { id, type, name: 'Palmes académiques' };
  const document = await signed(
    badge({
      credentialStatus: undefined,
      credentialSubject: subject({ achievement: { ...rest, id, type } }),
      evidence: [proof],
    }),
  );
  const shown = document['credentialSubject'] as JsonObject;
  return hidden(
    'title-of-the-evidence',
    'the title swapped with that of the evidence, which has the same id',
    {
      ...document,
      credentialSubject: {
        ...shown,
        achievement: { ...(shown['achievement'] as JsonObject), name: 'Palmes académiques' },
      },
      evidence: [{ ...proof, name: achievement()['name'] }],
    },
  );
}

/** Documents with our name that we did not sign: their proof is not read, or is refused before it is
 *  verified. */
async function borrowedNames(): Promise<readonly ForgeryCase[]> {
  const document = await signed(badge());
  const [proof] = document['proof'] as JsonObject[];
  const changes: readonly (readonly [string, string, JsonObject, Expected])[] = [
    ['unread', 'of a suite that is not read here', { cryptosuite: 'bbs-2023' }, UNSUPPORTED],
    [
      'ended',
      'whose end is past',
      { expires: '2026-06-30T00:00:00Z' },
      { verdict: 'not-verifiable', step: 'proof', code: 'expired' },
    ],
  ];
  return changes.map(([name, why, change, expected]) => {
    const forged = { ...document, name: 'Palmes académiques', proof: [{ ...proof, ...change }] };
    const one = ofText(
      `our-name-by-${name}-proof`,
      `a title of the forger’s in our name, with a proof ${why}`,
      JSON.stringify(forged),
      expected,
    );
    return { ...one, steps: { ...one.steps, issuer: ['not-checked', 'skipped'] } };
  });
}
