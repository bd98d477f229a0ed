import { describe, expect, it } from 'vitest';
import { FIRST_CHOICE, type HolderChoice, type NameChoice } from '../../src/domain/award/types.ts';
import type { PersonFacts } from '../../src/domain/facts/types.ts';
import { buildCredential } from '../../src/issuing/credential.ts';
import { CREDENTIALS_V2, OPEN_BADGES_V3_0_3 } from '../../src/open-badges/contexts/vendored.ts';
import { publicFactsOf } from '../../src/open-badges/credential/public-facts.ts';
import { identityHash } from '../../src/open-badges/keys/sha256.ts';
import { checkIssuedBadge, checkOpenBadge } from '../../src/open-badges/schema/conformance.ts';
import {
  canonizeSafely,
  EMPTY_FACTS,
  makeAward,
  makeInput,
  ORIGIN,
  onlyCriteria,
  PERSON_FACTS,
  UAI,
} from './builders.ts';

const definitions = onlyCriteria().achievements;
const choices: readonly HolderChoice[] = (['none', 'initials', 'full'] satisfies NameChoice[]).flatMap(
  (name) =>
    [false, true].map((shown) => ({
      ...FIRST_CHOICE,
      name,
      showSchools: shown,
      emailIdentifier: shown,
    })),
);

function definitionOf(code: string) {
  const definition = definitions.find((candidate) => candidate.code === code);
  if (definition === undefined) throw new Error(`no badge ${code}`);
  return definition;
}
const confirmed = definitionOf('RUPN-CONF');
const team = definitionOf('RUPN-EQUIPE');

describe.each(definitions.map((definition) => [definition.code, definition] as const))(
  '%s',
  (_, definition) => {
    it.each(['fr', 'en'] as const)(
      'passes safe mode and the strict schema with every choice, in %s',
      async (locale) => {
        for (const choice of choices) {
          const credential = await buildCredential(makeInput(definition, { choice, locale }));
          expect(checkIssuedBadge(credential)).toEqual([]);
          expect(checkOpenBadge(credential)).toEqual([]);
          expect(await canonizeSafely(credential)).toContain('OpenBadgeCredential');
        }
      },
    );
  },
);

describe('the form of words', () => {
  const titled = async (choice: Partial<HolderChoice>, definition = confirmed) =>
    buildCredential(makeInput(definition, { choice: { ...FIRST_CHOICE, ...choice } }));

  it('changes the title of a badge that shows the full name, and never the achievement’s', async () => {
    const stated = await Promise.all(
      (['feminine', 'masculine', 'inclusive'] as const).map((form) => titled({ name: 'full', form })),
    );
    expect(stated.map(({ name }) => name)).toEqual(['RUPN confirmée', 'RUPN confirmé', 'RUPN confirmé·e']);
    expect(stated.map((one) => one.credentialSubject.achievement.name)).toEqual(
      Array(3).fill('RUPN confirmé·e'),
    );
  });

  it('does not reveal the gender of a holder who shows no name or initials', async () => {
    const [plain, feminine] = await Promise.all([titled({}), titled({ form: 'feminine' })]);
    expect(JSON.stringify(feminine)).toBe(JSON.stringify(plain));
    expect((await titled({ name: 'initials', form: 'feminine' })).name).toBe('RUPN confirmé·e');
  });

  it('leaves a school’s badge unchanged, and one whose criteria have a single name', async () => {
    expect((await titled({ name: 'full', form: 'feminine' }, team)).name).toBe('Équipe RUPN 2025-2026');
    const { titles: _, ...single } = confirmed;
    expect((await titled({ name: 'full', form: 'feminine' }, single)).name).toBe('RUPN confirmé·e');
  });
});

describe('buildCredential', () => {
  it('builds the same body twice from the same input', async () => {
    const input = makeInput(confirmed);
    expect(JSON.stringify(await buildCredential(input))).toBe(JSON.stringify(await buildCredential(input)));
  });

  it('has contexts, types, status and dates as the standard requires', async () => {
    const choice = { ...FIRST_CHOICE, name: 'initials' as const };
    const credential = await buildCredential(makeInput(definitionOf('RUPN-EXP'), { choice }));
    expect(credential).toMatchObject({
      '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3],
      id: `${ORIGIN}/credentials/AAAAAAAAAAAAAAAAAAAAAA`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: 'did:web:jalon.test', type: ['Profile'], name: 'DANE de Dijon', url: `${ORIGIN}/issuer` },
      validFrom: '2026-07-03T10:00:00Z',
      validUntil: '2029-08-31T21:59:59Z',
      awardedDate: '2026-07-02T08:00:00Z',
      credentialStatus: {
        id: `${ORIGIN}/status/1#94567`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '94567',
        statusListCredential: `${ORIGIN}/status/1`,
      },
    });
  });

  it('states duration, families and hours as results of its own achievement', async () => {
    const choice = { ...FIRST_CHOICE, name: 'initials' as const };
    const { credentialSubject } = await buildCredential(makeInput(confirmed, { choice }));
    const id = `${ORIGIN}/badges/RUPN-CONF/v1`;
    expect(credentialSubject.achievement.id).toBe(id);
    expect(credentialSubject.achievement.resultDescription.map((description) => description.id)).toEqual([
      `${id}#duration`,
      `${id}#families`,
      `${id}#hours`,
    ]);
    expect(credentialSubject.result.map(({ value }) => value)).toEqual([
      '2.5',
      '3 (Accompagner l’équipe éducative ; Conseiller le chef d’établissement ; Communiquer)',
      '12.3',
    ]);
    expect(credentialSubject).toMatchObject({
      activityStartDate: '2023-09-01T00:00:00Z',
      activityEndDate: '2026-07-01T00:00:00Z',
      role: 'RUPN',
      term: '2023-2025',
    });
  });
});

describe('the holder’s choice', () => {
  it('shows neither name, school nor address, not even hashed, until the holder chooses so', async () => {
    const credential = await buildCredential(makeInput(confirmed));
    expect(credential.credentialSubject).not.toHaveProperty('identifier');
    const text = JSON.stringify(credential);
    for (const hidden of ['Claire', 'Dupont', 'C. D.', 'Gaston Roupnel', UAI, '@ac-dijon.test"', 'claire']) {
      expect(text.replace('dane@ac-dijon.test', '')).not.toContain(hidden);
    }
  });

  it('tells school years and no days of a nameless badge', async () => {
    const named = { ...FIRST_CHOICE, name: 'full' as const };
    const [nameless, full] = await Promise.all(
      [FIRST_CHOICE, named].map((choice) => buildCredential(makeInput(confirmed, { choice }))),
    );
    const days = (credential: unknown) => {
      const { validFrom: _, validUntil: __, ...told } = credential as Record<string, unknown>;
      return JSON.stringify(told).match(/\d{4}-\d{2}-\d{2}|\d+ jours?/gu) ?? [];
    };
    // The published criteria, which are the same for everybody, name days too.
    const published = days({ achievement: nameless?.credentialSubject.achievement });
    expect(days(nameless)).toEqual(published);
    expect(nameless?.credentialSubject.term).toBe('2023-2025');
    expect(days(full)).toEqual(expect.arrayContaining(['2023-09-01', '2026-07-01', '303 jours']));
  });

  it('adds the salted hash of the address where the holder asks for it, and no plain address', async () => {
    const input = makeInput(confirmed, { choice: { ...FIRST_CHOICE, emailIdentifier: true } });
    const { credentialSubject } = await buildCredential(input);
    expect(credentialSubject.identifier).toEqual([
      {
        type: 'IdentityObject',
        hashed: true,
        identityType: 'emailAddress',
        identityHash: await identityHash('claire.dupont@ac-dijon.test', input.salt),
        salt: input.salt,
      },
    ]);
    expect(JSON.stringify(credentialSubject)).not.toContain('claire');
  });

  it('shows initials or the full name, as chosen, in clear', async () => {
    const names = await Promise.all(
      (['initials', 'full'] as const).map(async (name) => {
        const choice = { ...FIRST_CHOICE, name };
        return publicFactsOf(await buildCredential(makeInput(confirmed, { choice }))).holderName;
      }),
    );
    expect(names).toEqual(['C. D.', 'Claire Dupont']);
  });

  it('abbreviates each part of a compound name', async () => {
    const choice = { ...FIRST_CHOICE, name: 'initials' as const };
    const holder = { kind: 'person', email: '', givenName: 'Jean-Noël', familyName: 'de La Tour' } as const;
    const credential = await buildCredential(makeInput(confirmed, { choice, holder }));
    expect(credential.credentialSubject.identifier).toEqual([
      { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'J.-N. D. L. T.' },
    ]);
  });

  it('names the schools of each year only if the holder shows them', async () => {
    const choice = { ...FIRST_CHOICE, showSchools: true };
    const { evidence = [] } = await buildCredential(makeInput(confirmed, { choice }));
    const named = evidence.filter(({ narrative }) => narrative.includes('Collège Gaston Roupnel'));
    expect(named.map(({ name }) => name)).toEqual([
      'Année scolaire 2023-2024',
      'Année scolaire 2024-2025',
      'Année scolaire 2025-2026',
    ]);
  });
});

describe('the evidence', () => {
  it('explains in words each year, the trainings and the contributions', async () => {
    const choice = { ...FIRST_CHOICE, name: 'initials' as const };
    const { evidence = [] } = await buildCredential(makeInput(confirmed, { choice }));
    expect(evidence.map(({ name, narrative }) => `${name} | ${narrative}`.replaceAll('\u00a0', ' '))).toEqual(
      [
        'Année scolaire 2023-2024 | Une année entière d’engagement (303 jours). Familles de missions exercées : Accompagner l’équipe éducative ; Conseiller le chef d’établissement ; Communiquer.',
        'Année scolaire 2024-2025 | Une demi-année d’engagement (150 jours). Familles de missions exercées : Accompagner l’équipe éducative ; Conseiller le chef d’établissement ; Communiquer.',
        'Année scolaire 2025-2026 | Une année entière d’engagement (303 jours). Familles de missions exercées : Accompagner l’équipe éducative ; Conseiller le chef d’établissement ; Communiquer. Point d’étape tenu.',
        'Formations suivies | 12,3 h de formation, en 2 formations attestées. Participation à 3 rencontres ou classes virtuelles de la DANE.',
        'Contributions validées par la DANE | 1 prise en main animée et 1 projet mené.',
        'Confirmation de l’engagement | Engagement confirmé par le chef d’établissement.',
      ],
    );
  });

  it('never states that a review was held in a year whose facts note none, however old', async () => {
    const years = PERSON_FACTS.years.map(({ reviewedBy: _, ...year }) => year);
    const award = makeAward(confirmed, { ...PERSON_FACTS, years });
    const { evidence = [] } = await buildCredential(makeInput(confirmed, { award }));
    const stated = evidence.map(({ narrative }) => narrative);
    expect(stated[0]).not.toMatch(/point d’étape|bilan/i);
    expect(stated[2]).toContain('Point d’étape tenu ou bilan remis.');
  });

  it('separates declared work that its rule counts, and omits all other unvalidated work', async () => {
    const companion = definitionOf('RUPN-ACC');
    const declared = ['K4', 'K5', 'K6'].map((reference) => ({
      ...PERSON_FACTS.contributions[0],
      reference,
      validated: false,
    })) as PersonFacts['contributions'];
    const resource = { ...declared[0], reference: 'K7', kind: 'resource' } as (typeof declared)[number];
    const contributions = [...declared, resource, ...PERSON_FACTS.contributions.slice(2)];
    const award = makeAward(companion, { ...PERSON_FACTS, contributions });
    const { evidence = [] } = await buildCredential(makeInput(companion, { award }));
    const stated = evidence.filter(({ name }) => name.startsWith('Contributions'));
    expect(stated.map(({ name, narrative }) => `${name} | ${narrative}`)).toEqual([
      'Contributions validées par la DANE | 1 projet mené.',
      'Contributions déclarées | 3 prises en main animées (déclaré par la personne, sans validation).',
    ]);
    expect(JSON.stringify(evidence)).not.toContain('ressource');
  });

  it.each([
    [{ principal: true, dane: false }, ['Engagement confirmé par le chef d’établissement.']],
    [{ principal: false, dane: true }, ['Engagement confirmé par la DANE, sur pièces.']],
    [
      { principal: true, dane: true },
      ['Engagement confirmé par le chef d’établissement et, pour une partie, par la DANE, sur pièces.'],
    ],
    [{ principal: false, dane: false }, []],
  ])('names the confirming authority: %o', async (confirmedBy, expected) => {
    const award = makeAward(confirmed, { ...PERSON_FACTS, confirmedBy });
    const { evidence = [] } = await buildCredential(makeInput(confirmed, { award }));
    const found = evidence.filter(({ narrative }) => narrative.startsWith('Engagement confirmé'));
    expect(found.map(({ narrative }) => narrative)).toEqual(expected);
  });

  it('states that an override is a decision of the DANE, without the reason', async () => {
    const award = makeAward(confirmed, EMPTY_FACTS, { overrideReason: 'À la demande de Mme Martin' });
    const credential = await buildCredential(makeInput(confirmed, { award }));
    expect(credential.evidence).toEqual([
      {
        type: ['Evidence'],
        name: 'Décision de la DANE',
        narrative: 'Badge accordé par décision de la DANE.',
      },
    ]);
    expect(JSON.stringify(credential)).not.toContain('Martin');
    expect(checkIssuedBadge(credential)).toEqual([]);
    await canonizeSafely(credential);
  });

  it('is left out where there is none, rather than an empty array', async () => {
    const award = makeAward(confirmed, EMPTY_FACTS);
    const credential = await buildCredential(makeInput(confirmed, { award }));
    expect(credential).not.toHaveProperty('evidence');
    expect(checkIssuedBadge(credential)).toEqual([]);
  });

  it('keeps the award’s own criteria version in the achievement and the results', async () => {
    const credential = await buildCredential(makeInput(confirmed));
    expect(credential.credentialSubject.achievement.version).toBe('1');
  });
});

describe('the badge of a school', () => {
  it('always names the school, by its name and its UAI in clear', async () => {
    const input = makeInput(team);
    const { credentialSubject } = await buildCredential(input);
    expect(credentialSubject.identifier).toEqual([
      {
        type: 'IdentityObject',
        hashed: false,
        identityType: 'name',
        identityHash: 'Collège Gaston Roupnel',
      },
      { type: 'IdentityObject', hashed: false, identityType: 'ext:uai', identityHash: UAI },
    ]);
    const credential = await buildCredential(input);
    expect(publicFactsOf(credential).holderName).toBe('Collège Gaston Roupnel');
    expect(credential.evidence?.[0]?.narrative).toContain('Collège Gaston Roupnel');
  });

  it('has its school year in its name', async () => {
    expect((await buildCredential(makeInput(team))).name).toBe('Équipe RUPN 2025-2026');
  });

  it('covers its school year and counts people without naming them', async () => {
    const { credentialSubject, evidence = [] } = await buildCredential(makeInput(team));
    expect(credentialSubject).toMatchObject({
      activityStartDate: '2025-09-01T00:00:00Z',
      role: 'Équipe RUPN',
      term: '2025',
    });
    expect(credentialSubject).not.toHaveProperty('activityEndDate');
    expect(credentialSubject.result.map(({ value }) => value)).toEqual([
      '5 (Accompagner l’équipe éducative ; Conseiller le chef d’établissement ; Gérer les outils ; Communiquer ; Se former)',
      '41',
    ]);
    expect(evidence[0]?.narrative).toContain('Une équipe de 3 personnes.');
  });
});

describe('identityHash', () => {
  it('gives the standard’s check vector', async () => {
    const hash = await identityHash('a@example.com', 'Kosher');
    expect(hash).toMatch(/^sha256\$b5809d8a[0-9a-f]{51}ef399$/);
  });
});
