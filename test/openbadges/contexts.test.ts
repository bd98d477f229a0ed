import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CREDENTIALS_V2,
  contextsFor,
  OPEN_BADGES_V3_0_0,
  OPEN_BADGES_V3_0_1,
  OPEN_BADGES_V3_0_2,
  OPEN_BADGES_V3_0_3,
  STATIC_CONTEXTS,
} from '../../src/open-badges/contexts/vendored.ts';
import { canonizeSafely } from './builders.ts';

function termsOf(url: string, contexts = STATIC_CONTEXTS): Record<string, unknown> {
  return (contexts.get(url) as { '@context': Record<string, unknown> })['@context'];
}

describe('STATIC_CONTEXTS', () => {
  it('holds the four published versions of the Open Badges context', () => {
    for (const url of [OPEN_BADGES_V3_0_0, OPEN_BADGES_V3_0_1, OPEN_BADGES_V3_0_2, OPEN_BADGES_V3_0_3]) {
      expect(termsOf(url)).toHaveProperty('AchievementSubject');
    }
    expect(termsOf(CREDENTIALS_V2)).toHaveProperty('BitstringStatusListCredential');
  });

  it('signs with the published 3.0.3, which differs from the amended one by two terms only', () => {
    const published = termsOf(OPEN_BADGES_V3_0_3);
    const amended = termsOf(OPEN_BADGES_V3_0_3, contextsFor({ endorsementJwt: ['a.b.c'] }));
    const { endorsementJwt, jti, ...rest } = amended;
    expect(endorsementJwt).toBeDefined();
    expect(jti).toBeDefined();
    expect(rest).toEqual(published);
  });
});

describe('contextsFor', () => {
  it('reads a document with the amended text only if it uses one of its terms', () => {
    expect(contextsFor({ a: [{ b: 1 }] })).toBe(STATIC_CONTEXTS);
    expect(contextsFor({ a: [{ jti: 'x' }] })).not.toBe(STATIC_CONTEXTS);
  });

  it.each(['ob', 'clr'])(
    'gives the canonical form that the implementation guide prints (%s)',
    async (kind) => {
      const folder = 'test/vectors/openbadges-guide';
      const { proof, ...document } = JSON.parse(readFileSync(`${folder}/${kind}-signed.json`, 'utf8'));
      expect(proof).toBeDefined();
      const printed = readFileSync(
        `${folder}/${kind}v3p0/document-canon.txt`.replace('clrv3p0', 'clrv2p0'),
        'utf8',
      );
      const canonical = await canonizeSafely(document);
      expect(canonical.trim()).toBe(printed.trim());
      const hash = createHash('sha256').update(canonical).digest('hex');
      expect(hash.slice(0, 8)).toBe(kind === 'ob' ? '87f65a76' : '768d7015');
    },
  );

  it('has no copy for an address that no one published', async () => {
    await expect(
      canonizeSafely({ '@context': ['https://example.org/unknown'], id: 'urn:x' }),
    ).rejects.toThrow();
  });
});
