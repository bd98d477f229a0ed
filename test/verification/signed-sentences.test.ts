import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkIssuedBadge } from '../../src/open-badges/schema/conformance.ts';
import { type FixturePages, makeFixturePages, NOW } from '../support/fixtures/credentials.ts';
import { framework } from '../support/office.ts';
import { badgeOf, sentencesOf, TEN_BADGES } from '../support/ten-badges.ts';
import { makeTestSigner } from '../support/test-signer.ts';
import { openThirdPartyVerifier, type ThirdPartyVerifier } from '../support/third-party/verifiers.ts';

const CODES = [...framework.families.map(({ code }) => code), ...framework.missions.keys()];
const ANY_CODE = new RegExp(`(?<![\\p{L}\\d])(${CODES.join('|')})(?![\\p{L}\\d’'])`, 'u');

let verifiers: readonly ThirdPartyVerifier[];
let signer: Awaited<ReturnType<typeof makeTestSigner>>;

beforeAll(async () => {
  const fixture: FixturePages = await makeFixturePages();
  signer = await makeTestSigner();
  verifiers = (['dcc', 'didkit'] as const).map((name) =>
    openThirdPartyVerifier(
      name,
      ({ url }) => {
        const page = fixture[url];
        const headers = { 'content-type': page?.contentType ?? '' };
        return page && new Response(page.body, { status: page.status, headers });
      },
      NOW,
    ),
  );
});
afterAll(() => {
  for (const verifier of verifiers) verifier.close();
});

describe.each(Object.entries(TEN_BADGES))('the badge of %s', (_, one) => {
  it('states nothing by a code, and calls no year too short', async () => {
    const sentences = sentencesOf(await badgeOf(one));
    expect(sentences.filter((sentence) => ANY_CODE.test(sentence))).toEqual([]);
    expect(sentences.join('\n')).not.toMatch(/trop peu|règle d’avant/i);
  });

  it('has the form of the standard, and two other implementations verify it', async () => {
    const { document } = await signer.signForms(await badgeOf(one));
    expect(checkIssuedBadge(document)).toEqual([]);
    const judgments = await Promise.all(verifiers.map((verifier) => verifier.verify(document)));
    expect(judgments.map(({ verified }) => verified)).toEqual([true, true]);
  });
});

describe('a version without English', () => {
  it('names no address of an English text', async () => {
    const french = TEN_BADGES['a badge without English'];
    const both = TEN_BADGES['an open engagement, named'];
    if (!french || !both) throw new Error('no such badge');
    expect((await badgeOf(both)).credentialSubject.achievement.related?.[0]?.id).toMatch(/\/en$/);
    expect((await badgeOf(french)).credentialSubject.achievement).not.toHaveProperty('related');
  });
});

describe('the end of an activity', () => {
  it.each([
    ['an open engagement, named', undefined],
    ['an open engagement, nameless', undefined],
    ['a half year in progress', undefined],
    ['a team', undefined],
    ['a closed engagement', '2026-06-30T00:00:00Z'],
    ['an engagement that ends on the judged day', '2026-06-30T00:00:00Z'],
  ])('of %s is %s', async (name, end) => {
    const one = TEN_BADGES[name];
    if (!one) throw new Error(`no badge ${name}`);
    expect((await badgeOf(one)).credentialSubject.activityEndDate).toBe(end);
  });
});
