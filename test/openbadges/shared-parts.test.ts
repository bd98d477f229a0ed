import { describe, expect, it } from 'vitest';
import { achievement } from '../../src/issuing/achievement.ts';
import { buildCredential } from '../../src/issuing/credential.ts';
import { issuerProfile } from '../../src/issuing/profile.ts';
import { ISSUER, makeInput, NARRATIVES, ORIGIN, onlyCriteria } from './builders.ts';

const [definition, other] = onlyCriteria().achievements;
if (!definition || !other) throw new Error('no two badges');

describe('the badges of one achievement', () => {
  it('share one achievement and one issuer, which nothing can change any more', async () => {
    const [one, two] = await Promise.all([
      buildCredential(makeInput(definition)),
      buildCredential(makeInput(definition, { subjectId: 'urn:uuid:2' })),
    ]);
    expect(two.credentialSubject.achievement).toBe(one.credentialSubject.achievement);
    expect(two.issuer).toBe(one.issuer);
    expect(isFrozenWhole(one.credentialSubject.achievement)).toBe(true);
    expect(isFrozenWhole(one.issuer)).toBe(true);
  });

  it('contain the achievement and the issuer as they are published', async () => {
    const input = makeInput(definition);
    const badge = await buildCredential(input);
    expect(badge.credentialSubject.achievement).toEqual(achievement({ ...input, locale: 'fr' }));
    expect(badge.issuer).toEqual(issuerProfile(ISSUER, ORIGIN));
  });

  it.each([
    ['another badge', other, {}],
    ['another language', definition, { locale: 'en', narrative: NARRATIVES.en }],
    ['another origin', definition, { origin: 'https://elsewhere.test' }],
    ['another version of the criteria', definition, { criteria: { ...onlyCriteria(), version: 2 } }],
    ['other words', definition, { narrative: () => 'Autrement dit.' }],
  ] as const)('are distinguished from those of %s', async (_, its, changes) => {
    await buildCredential(makeInput(definition));
    const input = makeInput(its, changes);
    const { locale = 'fr' } = input;
    const { credentialSubject } = await buildCredential(input);
    expect(credentialSubject.achievement).toEqual(achievement({ ...input, locale }));
  });

  it('have the issuer’s name at the time of signing', async () => {
    const before = await buildCredential(makeInput(definition));
    const renamed = { ...ISSUER, name: 'DRANE de Dijon' };
    const after = await buildCredential(makeInput(definition, { issuer: renamed }));
    expect([before.issuer.name, after.issuer.name]).toEqual([ISSUER.name, renamed.name]);
  });
});

function isFrozenWhole(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozenWhole);
}
