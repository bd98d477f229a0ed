import { describe, expect, it } from 'vitest';
import type { HolderChoice, NameChoice } from '../../src/domain/award/award-types.ts';
import { checkIssuedBadge, checkOpenBadge } from '../../src/openbadges/conformance.ts';
import { CREDENTIALS_V2, OPEN_BADGES_V3_0_3 } from '../../src/openbadges/contexts.ts';
import { buildCredential } from '../../src/openbadges/credential.ts';
import { publicFactsOf } from '../../src/openbadges/public-facts.ts';
import { identityHash } from '../../src/openbadges/recipient.ts';
import {
  canonizeSafely,
  DEFAULT_CHOICE,
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
  (name) => [false, true].map((showSchools) => ({ ...DEFAULT_CHOICE, name, showSchools })),
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

describe('buildCredential', () => {
  it('builds the same body twice from the same input', async () => {
    const input = makeInput(confirmed);
    expect(JSON.stringify(await buildCredential(input))).toBe(JSON.stringify(await buildCredential(input)));
  });

  it('names contexts, types, status and dates as the standard wants them', async () => {
    const credential = await buildCredential(makeInput(definitionOf('RUPN-EXP')));
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
    const { credentialSubject } = await buildCredential(makeInput(confirmed));
    const id = `${ORIGIN}/badges/RUPN-CONF/v1`;
    expect(credentialSubject.achievement.id).toBe(id);
    expect(credentialSubject.achievement.resultDescription.map((description) => description.id)).toEqual([
      `${id}#duration`,
      `${id}#families`,
      `${id}#hours`,
    ]);
    expect(credentialSubject.result.map(({ value }) => value)).toEqual(['2.5', '3 (A, B, D)', '12.3']);
    expect(credentialSubject).toMatchObject({
      activityStartDate: '2023-09-01T00:00:00Z',
      activityEndDate: '2026-07-01T00:00:00Z',
      role: 'RUPN',
      term: '2023-2026',
    });
  });
});

describe('the holder’s choice', () => {
  it('holds neither name nor school nor plain address until the holder chooses so', async () => {
    const text = JSON.stringify(await buildCredential(makeInput(confirmed)));
    for (const hidden of ['Claire', 'Dupont', 'C. D.', 'Gaston Roupnel', UAI, '@ac-dijon.test"', 'claire']) {
      expect(text.replace('dane@ac-dijon.test', '')).not.toContain(hidden);
    }
  });

  it('shows initials or the full name, as chosen, in clear', async () => {
    const names = await Promise.all(
      (['initials', 'full'] as const).map(async (name) => {
        const choice = { ...DEFAULT_CHOICE, name };
        return publicFactsOf(await buildCredential(makeInput(confirmed, { choice }))).holderName;
      }),
    );
    expect(names).toEqual(['C. D.', 'Claire Dupont']);
  });

  it('abbreviates each part of a compound name', async () => {
    const choice = { ...DEFAULT_CHOICE, name: 'initials' as const };
    const holder = { kind: 'person', email: '', givenName: 'Jean-Noël', familyName: 'de La Tour' } as const;
    const credential = await buildCredential(makeInput(confirmed, { choice, holder }));
    expect(credential.credentialSubject.identifier).toEqual([
      { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'J.-N. D. L. T.' },
    ]);
  });

  it('names the schools of each year only where the holder shows them', async () => {
    const choice = { ...DEFAULT_CHOICE, showSchools: true };
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
  it('says in words what each year, the trainings and the contributions amount to', async () => {
    const { evidence = [] } = await buildCredential(makeInput(confirmed));
    expect(evidence.map(({ name, narrative }) => `${name} | ${narrative}`.replaceAll('\u00a0', ' '))).toEqual(
      [
        'Année scolaire 2023-2024 | Une année entière d’engagement (303 jours). Familles de missions exercées : A, B et D. Année reconnue rétroactivement, sans point d’étape exigé.',
        'Année scolaire 2024-2025 | Une demi-année d’engagement (150 jours). Familles de missions exercées : A, B et D. Année reconnue rétroactivement, sans point d’étape exigé.',
        'Année scolaire 2025-2026 | Une année entière d’engagement (303 jours). Familles de missions exercées : A, B et D. Point d’étape tenu ou bilan remis.',
        'Formations suivies | 12,3 h de formation, en 2 formations attestées. Participation à 3 rencontres ou classes virtuelles de la DANE.',
        'Contributions | 2 prises en main animées et 1 projet mené.',
        'Confirmation de l’engagement | Engagement confirmé par le chef d’établissement.',
      ],
    );
  });

  it.each([
    [{ principal: true, dane: false }, ['Engagement confirmé par le chef d’établissement.']],
    [{ principal: false, dane: true }, ['Engagement confirmé par la DANE, sur pièces.']],
    [
      { principal: true, dane: true },
      ['Engagement confirmé par le chef d’établissement et, pour une partie, par la DANE, sur pièces.'],
    ],
    [{ principal: false, dane: false }, []],
  ])('says who confirmed: %o', async (confirmedBy, expected) => {
    const award = makeAward(confirmed, { ...PERSON_FACTS, confirmedBy });
    const { evidence = [] } = await buildCredential(makeInput(confirmed, { award }));
    const found = evidence.filter(({ narrative }) => narrative.startsWith('Engagement confirmé'));
    expect(found.map(({ narrative }) => narrative)).toEqual(expected);
  });

  it('says that an override is a decision of the DANE and keeps the reason out', async () => {
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

  it('leaves evidence out where there is nothing to say, rather than an empty array', async () => {
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
  it('is made out to the salted hash of its UAI alone until the principal shows it', async () => {
    const input = makeInput(team);
    const { credentialSubject } = await buildCredential(input);
    expect(credentialSubject.identifier).toEqual([
      {
        type: 'IdentityObject',
        hashed: true,
        identityType: 'ext:uai',
        identityHash: await identityHash(UAI, input.salt),
        salt: input.salt,
      },
    ]);
  });

  it.each([
    { name: 'full', showSchools: false },
    { name: 'none', showSchools: true },
  ] as const)('names the school with %o', async (chosen) => {
    const credential = await buildCredential(makeInput(team, { choice: { ...DEFAULT_CHOICE, ...chosen } }));
    expect(publicFactsOf(credential).holderName).toBe('Collège Gaston Roupnel');
    expect(credential.evidence?.[0]?.narrative).toContain('Collège Gaston Roupnel');
  });

  it('covers its school year and counts people without naming them', async () => {
    const { credentialSubject, evidence = [] } = await buildCredential(makeInput(team));
    expect(credentialSubject).toMatchObject({
      activityStartDate: '2025-09-01T00:00:00Z',
      activityEndDate: '2026-08-31T00:00:00Z',
      role: 'Équipe RUPN',
      term: '2025-2026',
    });
    expect(credentialSubject.result.map(({ value }) => value)).toEqual(['5 (A, B, C, D, E)', '41']);
    expect(evidence[0]?.narrative).toContain('Une équipe de 3 personnes.');
  });
});

describe('identityHash', () => {
  it('gives the standard’s check vector', async () => {
    const hash = await identityHash('a@example.com', 'Kosher');
    expect(hash).toMatch(/^sha256\$b5809d8a[0-9a-f]{51}ef399$/);
  });
});
