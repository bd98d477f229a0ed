import { describe, expect, it } from 'vitest';
import type { AchievementDefinition } from '../../src/domain/criteria/definition.ts';
import { achievement, type Locale } from '../../src/issuing/achievement.ts';
import { frameworkDocument, missionDocument } from '../../src/issuing/framework-document.ts';
import { issuerProfile, toLinkedData } from '../../src/issuing/profile.ts';
import { framework } from '../support/office.ts';
import { canonizeSafely, ISSUER, NARRATIVES, ORIGIN, onlyCriteria } from './builders.ts';

const criteria = onlyCriteria();

function publish(code: string, locale: Locale) {
  const definition = criteria.achievements.find(
    (candidate) => candidate.code === code,
  ) as AchievementDefinition;
  const creator = issuerProfile(ISSUER, ORIGIN);
  return achievement({
    definition,
    criteria,
    framework,
    origin: ORIGIN,
    locale,
    narrative: NARRATIVES[locale],
    creator,
  });
}

describe('achievement', () => {
  it('has the contract’s addresses and links its two languages', () => {
    const french = publish('RUPN-ENT', 'fr');
    const english = publish('RUPN-ENT', 'en');
    expect(french).toMatchObject({
      id: `${ORIGIN}/badges/RUPN-ENT/v1`,
      version: '1',
      inLanguage: 'fr',
      criteria: { id: `${ORIGIN}/badges/RUPN-ENT/v1#criteria` },
      image: { id: `${ORIGIN}/badges/RUPN-ENT/v1/image.png`, type: 'Image' },
      related: [{ id: `${ORIGIN}/badges/RUPN-ENT/v1/en`, inLanguage: 'en' }],
      creator: { id: 'did:web:jalon.test' },
    });
    expect(english).toMatchObject({
      id: `${ORIGIN}/badges/RUPN-ENT/v1/en`,
      inLanguage: 'en',
      related: [{ id: french.id, inLanguage: 'fr' }],
    });
    expect(english.resultDescription.map(({ id }) => id)).toEqual(
      french.resultDescription.map(({ id }) => id),
    );
  });

  it('gives the narrative the names of the other badges in its own language', () => {
    expect(publish('RUPN-EXP', 'fr').criteria.narrative).toContain('RUPN confirmé·e');
    expect(publish('RUPN-EXP', 'en').criteria.narrative).toContain('Established RUPN');
  });

  it('aligns to the missions its rules name, and through them to the outer frameworks', () => {
    const { alignment } = publish('RUPN-ENT', 'fr');
    expect(alignment.map(({ targetCode }) => targetCode)).toEqual(['C4', '2.3', '4.1', '5.2']);
    expect(alignment[0]).toEqual({
      type: ['Alignment'],
      targetName: 'Administrer les services en ligne (site, ENT, plateforme e-éducation…)',
      targetUrl: `${ORIGIN}/referentiel/rupn/v1/missions/C4`,
      targetFramework: 'Référentiel des missions du RUPN',
      targetCode: 'C4',
      targetType: 'CFItem',
    });
    expect(alignment[1]).toMatchObject({
      targetName: 'Gérer, protéger et partager des ressources numériques',
      targetUrl: 'https://doi.org/10.2760/159770',
    });
  });

  it('aligns a badge whose rules name no mission to the framework as a whole', () => {
    expect(publish('RUPN-ENG', 'fr').alignment.map(({ targetUrl }) => targetUrl)).toEqual([
      `${ORIGIN}/referentiel/rupn/v1`,
    ]);
  });

  it.each(
    criteria.achievements.flatMap(
      ({ code }) =>
        [
          [code, 'fr'],
          [code, 'en'],
        ] as const,
    ),
  )('is a document with defined terms only (%s, %s)', async (code, locale) => {
    expect(await canonizeSafely(toLinkedData(publish(code, locale)))).toContain('/badges/');
  });
});

describe('issuerProfile', () => {
  it('is a document of defined terms only', async () => {
    expect(await canonizeSafely(toLinkedData(issuerProfile(ISSUER, ORIGIN)))).toContain('DANE de Dijon');
  });

  it('has no image without a logo', () => {
    expect(issuerProfile({ name: 'DANE', email: 'a@b.test' }, ORIGIN)).not.toHaveProperty('image');
  });
});

describe('the framework as documents', () => {
  it('lists five families and every mission under its address', () => {
    const document = frameworkDocument(framework, ORIGIN) as {
      hasPart: { alternateName: string; hasDefinedTerm: { '@id': string; termCode: string }[] }[];
    };
    expect(document.hasPart.map(({ alternateName }) => alternateName)).toEqual(['A', 'B', 'C', 'D', 'E']);
    const terms = document.hasPart.flatMap(({ hasDefinedTerm }) => hasDefinedTerm);
    expect(terms).toHaveLength(framework.missions.size);
    for (const term of terms) {
      expect(term['@id']).toBe(`${ORIGIN}/referentiel/rupn/v1/missions/${term.termCode}`);
      expect(missionDocument(framework, term.termCode, ORIGIN)).toMatchObject({ '@id': term['@id'] });
    }
  });

  it('has no document for a mission that does not exist', () => {
    expect(missionDocument(framework, 'Z9', ORIGIN)).toBeUndefined();
  });
});
