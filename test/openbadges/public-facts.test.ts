import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { FIRST_CHOICE } from '../../src/domain/award/types.ts';
import { buildCredential } from '../../src/issuing/credential.ts';
import { publicFactsOf } from '../../src/open-badges/credential/public-facts.ts';
import { rounds } from '../support/property-runs.ts';
import { makeInput, onlyCriteria } from './builders.ts';

describe('publicFactsOf', () => {
  it('reads back the claims of our own credential', async () => {
    const definition = onlyCriteria().achievements.find(({ code }) => code === 'RUPN-ENT');
    if (definition === undefined) throw new Error('no badge');
    const choice = { ...FIRST_CHOICE, name: 'full' as const };
    const facts = publicFactsOf(await buildCredential(makeInput(definition, { choice })));
    expect(facts).toMatchObject({
      name: 'Administrateur·rice ENT et services',
      holderName: 'Claire Dupont',
      issuer: { id: 'did:web:jalon.test', name: 'DANE de Dijon' },
      achievement: {
        version: '1',
        language: 'fr',
        imageUrl: 'https://jalon.test/badges/RUPN-ENT/v1/image.png',
      },
      validFrom: '2026-07-03T10:00:00Z',
      awardedDate: '2026-07-02T08:00:00Z',
      term: '2023-2025',
    });
    expect(facts.results.map(({ name, value }) => [name, value])).toEqual([
      ['Durée de l’engagement, en années scolaires', '2.5'],
      [
        'Familles de missions exercées',
        '3 (Accompagner l’équipe éducative ; Conseiller le chef d’établissement ; Communiquer)',
      ],
      ['Heures de formation suivies', '12.3'],
    ]);
    expect(facts.evidence).toHaveLength(6);
    expect(facts.alignments[0]).toMatchObject({ code: 'C4' });
  });

  it('reads a stranger’s badge, and the older names of dates', () => {
    const guide = JSON.parse(readFileSync('test/vectors/openbadges-guide/ob-signed.json', 'utf8'));
    expect(publicFactsOf(guide)).toMatchObject({ name: 'Teamwork Badge', issuer: { name: 'Example Corp' } });
    const old = { issuanceDate: '2020-01-01T00:00:00Z', issuer: 'did:web:x.test', evidence: { name: 'One' } };
    expect(publicFactsOf(old)).toMatchObject({
      validFrom: '2020-01-01T00:00:00Z',
      issuer: { id: 'did:web:x.test' },
      evidence: [{ name: 'One' }],
    });
  });

  it('never mistakes a hash for a name', () => {
    const identifier = [{ identityType: 'name', hashed: true, identityHash: 'sha256$00' }];
    expect(publicFactsOf({ credentialSubject: { identifier } })).not.toHaveProperty('holderName');
  });

  test.prop([fc.jsonValue()], { numRuns: rounds(200) })('never fails, for any document', (value) => {
    const anywhere = {
      issuer: value,
      credentialSubject: { achievement: value, identifier: value, result: value },
      evidence: value,
    };
    for (const document of [value, anywhere, { credentialSubject: value }]) {
      expect(Array.isArray(publicFactsOf(document).evidence)).toBe(true);
    }
  });
});
