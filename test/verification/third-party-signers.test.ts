import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { badge } from '../support/corpus/badge.ts';
import { thirdPartyProfile } from '../support/corpus/valid.ts';
import { everyTampering } from '../support/json-leaves.ts';
import { makeTestVerifier, stepOf } from '../support/test-verifier.ts';
import { THIRD_PARTY_SIGNERS, type ThirdPartySigner } from '../support/third-party/signers.ts';

const verify = makeTestVerifier({});
const signers = Object.entries(THIRD_PARTY_SIGNERS);

/** A badge without a status, which these issuers could not publish. */
function badgeOf({ did, contexts }: ThirdPartySigner): JsonObject {
  const body = badge({ issuer: thirdPartyProfile(did), credentialStatus: undefined });
  return JSON.parse(
    JSON.stringify({ ...body, '@context': [...(body['@context'] as readonly string[]), ...contexts] }),
  );
}

/** The same signature over a changed text. */
function everyChange(signed: JsonObject | string): readonly (readonly [string, JsonObject | string])[] {
  if (typeof signed !== 'string') {
    return everyTampering(signed, { inLanguage: 'x-tampered' }).map((one) => [one.label, one.document]);
  }
  const [head, body = '', signature] = signed.split('.');
  const payload = JSON.parse(Buffer.from(body, 'base64url').toString());
  return everyTampering(payload, { inLanguage: 'x-tampered' }).map(({ label, document }) => [
    label,
    `${head}.${Buffer.from(JSON.stringify(document)).toString('base64url')}.${signature}`,
  ]);
}

describe.each(signers)('a badge that is signed with %s', (_, open) => {
  it('is verified here', async () => {
    const signer = await open();
    const document = await signer.sign(badgeOf(signer));
    const report = await verify({ kind: 'document', document });
    expect(report, JSON.stringify(report.steps)).toMatchObject({ verified: true, verdict: 'valid' });
  });

  it('is refused after any single change', { timeout: 120_000 }, async () => {
    const signer = await open();
    const changes = everyChange(await signer.sign(badgeOf(signer)));
    expect(changes.length).toBeGreaterThan(50);
    const missed: string[] = [];
    for (const [label, document] of changes) {
      const report = await verify({ kind: 'document', document });
      if (report.verified || stepOf(report, 'proof')?.result === 'passed') missed.push(label);
    }
    expect(missed).toEqual([]);
  });

  it('is refused in the name of another issuer with the same library', async () => {
    const [signer, other] = [await open(), await open()];
    const document = await signer.sign(badgeOf(other)).catch(async () => {
      // DIDKit does not sign in another's name, so a forger renames its output.
      const own = (await signer.sign(badgeOf(signer))) as JsonObject;
      return { ...own, issuer: thirdPartyProfile(other.did) };
    });
    expect(await verify({ kind: 'document', document })).toMatchObject({ verified: false });
  });
});
