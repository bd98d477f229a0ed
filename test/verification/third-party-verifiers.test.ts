import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signer } from '../../src/application/ports.ts';
import { FIRST_CHOICE, type HolderChoice } from '../../src/domain/award/types.ts';
import { buildCredential } from '../../src/issuing/credential.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import type { VerifyCredential } from '../../src/open-badges/verification/verify-credential.ts';
import { makeInput, onlyCriteria } from '../openbadges/builders.ts';
import { badge, signed, statusEntry } from '../support/corpus/badge.ts';
import { embedProof } from '../support/credential-signing.ts';
import {
  COMPROMISED_KEY,
  DID,
  type FixturePages,
  makeFixturePages,
  NOW,
} from '../support/fixtures/credentials.ts';
import { everyTampering } from '../support/json-leaves.ts';
import { makeTestSigner } from '../support/test-signer.ts';
import { makeTestVerifier } from '../support/test-verifier.ts';
import {
  type FetchLike,
  openThirdPartyVerifier,
  type ThirdPartyVerifier,
  verifyJwsWithNode,
} from '../support/third-party/verifiers.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

let fixture: FixturePages;
let signer: Signer;
let verify: VerifyCredential;
let dcc: ThirdPartyVerifier;
let didkit: ThirdPartyVerifier;

const answer: FetchLike = ({ url }) => {
  const page = fixture[url];
  return (
    page && new Response(page.body, { status: page.status, headers: { 'content-type': page.contentType } })
  );
};

beforeAll(async () => {
  fixture = await makeFixturePages();
  signer = await makeTestSigner();
  verify = makeTestVerifier(fixture);
  dcc = openThirdPartyVerifier('dcc', answer, NOW);
  didkit = openThirdPartyVerifier('didkit', answer, NOW);
});
afterAll(() => {
  dcc.close();
  didkit.close();
});

const definitions = onlyCriteria().achievements;
const FULL: HolderChoice = { ...FIRST_CHOICE, name: 'full', showSchools: true };

async function build(code: string, choice: HolderChoice): Promise<JsonObject> {
  const definition = definitions.find((candidate) => candidate.code === code);
  if (!definition) throw new Error(`no badge ${code}`);
  return buildCredential(makeInput(definition, { choice }));
}

describe.each(definitions.map(({ code }) => code))('%s, as we sign it', (code) => {
  it.each([FIRST_CHOICE, FULL])(
    'is verified by ourselves and by three other implementations (%#)',
    async (choice) => {
      const unsigned = await build(code, choice);
      const { document, jws } = await signer.signForms(unsigned);
      expect(await verify({ kind: 'document', document })).toMatchObject({
        verified: true,
        verdict: 'valid',
      });
      expect(await verify({ kind: 'document', document: jws })).toMatchObject({ verified: true });
      const judgments = await Promise.all([
        dcc.verify(document),
        didkit.verify(document),
        verifyJwsWithNode(jws, answer),
      ]);
      expect(judgments.map(({ verified, faults }) => ({ verified, faults }))).toEqual(
        Array(3).fill({ verified: true, faults: [] }),
      );
      // DCC's verifier also ran the published schema, with a validator other than ours.
      expect(judgments[0]?.details).toMatchObject({ schema: [{ result: { valid: true } }] });
    },
  );
});

describe('a change of any signed thing', () => {
  it('is noticed by ourselves and by both foreign verifiers', { timeout: MUCH_WORK_MS }, async () => {
    const { document } = await signer.signDocument(await build('RUPN-CONF', FULL));
    const tamperings = everyTampering(document, { inLanguage: 'x-tampered' });
    expect(tamperings.length).toBeGreaterThan(200);
    const missed: string[] = [];
    for (const { label, document: tampered } of tamperings) {
      const ours = await verify({ kind: 'document', document: tampered });
      if (ours.verified || ours.steps[2]?.result === 'passed') missed.push(`ours: ${label}`);
      if ((await dcc.verify(tampered)).verified) missed.push(`dcc: ${label}`);
      if ((await didkit.verify(tampered)).verified) missed.push(`didkit: ${label}`);
    }
    expect(missed).toEqual([]);
  });

  it('is noticed in a JWT, in every member and claim', async () => {
    const { jws } = await signer.signForms(await build('RUPN-CONF', FULL));
    const [head, body = '', signature] = jws.split('.');
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString());
    for (const { label, document } of everyTampering(payload, { inLanguage: 'x-tampered' })) {
      const tampered = `${head}.${Buffer.from(JSON.stringify(document)).toString('base64url')}.${signature}`;
      expect((await verify({ kind: 'document', document: tampered })).verified, label).toBe(false);
    }
  });
});

describe('a later act of the issuer', () => {
  it('reaches the foreign verifiers: a set bit, and a key that was withdrawn', async () => {
    const revoked = await signed(badge({ credentialStatus: statusEntry({ statusListIndex: '7' }) }));
    const verificationMethod = `${DID}#ed-stolen`;
    const stolen = await embedProof(badge(), COMPROMISED_KEY, { verificationMethod });
    expect((await dcc.verify(revoked)).faults).toEqual(['revocation_status: not valid']);
    expect((await dcc.verify(stolen)).verified).toBe(false);
    expect((await didkit.verify(stolen)).faults).toEqual(['No applicable proof']);
  });

  it('is misread by DIDKit in status lists, which it reads from the wrong end of each byte', async () => {
    // Bit 7 is set. The standard counts from the left (Bitstring Status List §3.3), like DCC's verifier and
    // ours.
    const at = (index: string) =>
      signed(badge({ credentialStatus: statusEntry({ statusListIndex: index }) }));
    const read = async (index: string) => (await didkit.verify(await at(index))).details;
    expect(await read('7')).toMatchObject({ status: [{ isSet: false }] });
    expect(await read('0')).toMatchObject({ status: [{ isSet: true }] });
  });
});

describe('a foreign verifier that has died', () => {
  it('lets no one wait for its judgment, and says how it ended', async () => {
    const verifier = openThirdPartyVerifier('dcc', () => undefined);
    const waiting = verifier.verify({});
    verifier.close();
    await expect(waiting).rejects.toThrow('The verifier “dcc” ended with SIGTERM');
    await expect(verifier.verify({})).rejects.toThrow('The verifier “dcc” ended with SIGTERM');
  });
});
