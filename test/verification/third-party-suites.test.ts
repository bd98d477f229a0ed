import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { verificationTexts as en } from '../../src/texts/en/verification/report.ts';
import { verificationTexts as fr } from '../../src/texts/fr/verification/report.ts';
import { badge } from '../support/corpus/badge.ts';
import { dataModel1, thirdPartyProfile } from '../support/corpus/valid.ts';
import { everyTampering } from '../support/json-leaves.ts';
import { makeTestVerifier, stepOf } from '../support/test-verifier.ts';
import {
  baseIssuer,
  SHOWN,
  selective,
  THIRD_PARTY_ISSUERS,
  type ThirdPartyIssuer,
} from '../support/third-party/issuers.ts';

const verify = makeTestVerifier({});
const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

/** A badge without a status, which these issuers could not publish. */
function badgeOf({ did }: ThirdPartyIssuer, suite: string, model: JsonObject = badge()): JsonObject {
  const body: JsonObject = { ...model, issuer: thirdPartyProfile(did), credentialStatus: undefined };
  const contexts = body['@context'] as readonly string[];
  return JSON.parse(
    JSON.stringify({
      ...body,
      '@context': suite === 'Ed25519Signature2020' ? [...contexts, ED25519_2020] : contexts,
    }),
  );
}

describe.each(Object.entries(THIRD_PARTY_ISSUERS))(
  'a badge that a foreign library signs with %s',
  (suite, open) => {
    it('is verified, with the data model 2.0 and 1.1', async () => {
      const issuer = await open();
      for (const model of [badge(), dataModel1()]) {
        // The disclosed members are those of the data model 2.0.
        if (suite === 'ecdsa-sd-2023' && model['validFrom'] === undefined) continue;
        const document = await issuer.sign(badgeOf(issuer, suite, model));
        const report = await verify({ kind: 'document', document });
        expect(report, JSON.stringify(report.steps)).toMatchObject({ verified: true, verdict: 'valid' });
        expect(stepOf(report, 'proof')?.params?.['suite']).toBe(suite.split(' ')[0]);
      }
    });

    it('is refused where any of its content is changed, removed or added', {
      timeout: 120_000,
    }, async () => {
      const issuer = await open();
      const document = await issuer.sign(badgeOf(issuer, suite));
      const missed: string[] = [];
      for (const { label, document: tampered } of everyTampering(document, { inLanguage: 'x-tampered' })) {
        const report = await verify({ kind: 'document', document: tampered });
        if (report.verified || stepOf(report, 'proof')?.result === 'passed') missed.push(label);
      }
      expect(missed).toEqual([]);
    });

    it('is refused in another issuer’s name, and with another issuer’s key', async () => {
      const [issuer, other] = [await open(), await open()];
      const document = await issuer.sign(badgeOf(issuer, suite));
      const inTheNameOf = await issuer.sign(badgeOf(other, suite));
      const renamed = { ...document, issuer: thirdPartyProfile(other.did) };
      for (const forged of [inTheNameOf, renamed]) {
        const report = await verify({ kind: 'document', document: forged });
        expect(stepOf(report, 'proof')).toMatchObject({ result: 'failed', code: 'key-not-authorised' });
      }
    });
  },
);

describe('a proof of ecdsa-sd-2023', () => {
  it('that the issuer gave to the holder is reported as not read, not as false', async () => {
    const issuer = await baseIssuer();
    const report = await verify({
      kind: 'document',
      document: await issuer.sign(badgeOf(issuer, 'ecdsa-sd-2023')),
    });
    expect(report.verdict).toBe('not-verifiable');
    expect(stepOf(report, 'proof')).toMatchObject({ result: 'failed', code: 'unsupported-proof' });
  });

  it('whose holder may leave out an end and a status is not reported as having none', async () => {
    const hidden = await selective({ always: ['/issuer', '/validFrom'], shown: SHOWN });
    const ended = { ...badge(), validUntil: '2026-07-15T00:00:00Z', issuer: thirdPartyProfile(hidden.did) };
    const document = await hidden.sign(ended);
    expect([document['validUntil'], document['credentialStatus']]).toEqual([undefined, undefined]);
    const report = await verify({ kind: 'document', document });
    expect(stepOf(report, 'validity')?.code).toBe('end-not-shown');
    expect(stepOf(report, 'status')?.code).toBe('status-not-shown');
    for (const texts of [fr, en]) {
      expect(texts.headline(report, {})).toMatch(/Le titulaire choisit|The holder chooses/);
    }
  });

  it('with a mandatory end or status shows them', async () => {
    const always = ['/issuer', '/validFrom', '/validUntil', '/credentialStatus'];
    const open = await selective({ always, shown: SHOWN });
    const ended = { ...badge(), validUntil: '2026-07-15T00:00:00Z', issuer: thirdPartyProfile(open.did) };
    const report = await verify({ kind: 'document', document: await open.sign(ended) });
    expect(report.verdict).toBe('expired');
  });
});
