import { describe, expect, test } from 'vitest';
import { achievementOf } from '../../src/catalogue/catalogue.ts';
import { framework } from '../../src/catalogue/framework.ts';
import { evaluateRule } from '../../src/domain/evaluate-rule.ts';
import type { Finding } from '../../src/domain/evaluation.ts';
import type { Facts, TeamFacts } from '../../src/domain/facts.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { MissionCode } from '../../src/domain/mission.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { ruleKind } from '../../src/domain/rule-kind.ts';
import { parseUai } from '../../src/domain/uai.ts';
import type { CriteriaTextContext } from '../../src/texts/criteria-context.ts';
import { criteriaTexts as en } from '../../src/texts/en/criteria.ts';
import { criteriaTexts as fr } from '../../src/texts/fr/criteria.ts';
import { criteria, day, deriveFrom, GUYOT, wholeYears } from '../domain/builders.ts';

const inFrench: CriteriaTextContext = {
  framework,
  achievementName: (code) => achievementOf(criteria, code).name.fr,
};
const inEnglish: CriteriaTextContext = {
  framework,
  achievementName: (code) => achievementOf(criteria, code).name.en,
};

const missions = (...codes: readonly string[]) => codes as readonly MissionCode[];

/** Two and a half years, three families, 10 h of training: enough for some rules, too little for others. */
const facts = deriveFrom(
  {
    segments: [
      { from: '2023-09-01', to: '2023-12-31', missions: ['A1'] },
      ...wholeYears(2024, 2025, { missions: ['B1', 'C4'], roles: ['administrateur-ent'] }),
    ],
    attended: [
      { code: 'T1', on: '2025-10-01', hours: 7.5, tags: ['ENT'] },
      { code: 'T2', on: '2024-10-01', hours: 2.5 },
      { code: 'R1', on: '2025-11-01', kind: 'EV-RENC' },
    ],
    reviews: [{ on: '2026-06-01' }],
    contributions: [
      { kind: 'session', on: '2026-01-01' },
      { kind: 'resource', on: '2026-01-01', validated: true },
    ],
  },
  '2026-08-31',
);

const team: TeamFacts = {
  kind: 'establishment',
  uai: parseUai(GUYOT),
  on: day('2026-08-31'),
  schoolYear: 2025,
  members: [
    { personId: 'p1' as PersonId, families: ['A'], trained: true, reviewed: false },
    { personId: 'p2' as PersonId, families: ['B'], trained: true, reviewed: true },
  ],
  families: ['A', 'B'],
  roles: { 'contact-dane': { holders: 2, atOnce: 2 }, 'referent-site': { holders: 1, atOnce: 1 } },
  meetings: ['M1'],
  confirmedBy: { principal: true, dane: false },
  trainingHours: 10,
};

function find(rule: Rule, on: Facts): Finding {
  return evaluateRule(rule, { criteria, facts: on });
}

/** Text with its no-break spaces made plain, so that expectations can be read. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

type Words = readonly [fr: string, en: string];

/** A rule in words, then what is missing or how it is met by the facts above. */
const onPerson: readonly (readonly [Rule, requirement: Words, described: Words])[] = [
  [
    { duration: { atLeast: 3 } },
    ['Au moins 3 années scolaires d’engagement confirmé', 'At least 3 school years of confirmed engagement'],
    ['Il manque une demi-année d’engagement confirmé', 'Missing: half a year of confirmed engagement'],
  ],
  [
    { duration: { atLeast: 1 } },
    ['Au moins 1 année scolaire d’engagement confirmé', 'At least 1 school year of confirmed engagement'],
    ['2,5 années : 2023-2024, 2024-2025 et 2025-2026', '2.5 years: 2023-2024, 2024-2025 and 2025-2026'],
  ],
  [
    { duration: { atLeast: 4 } },
    ['Au moins 4 années scolaires d’engagement confirmé', 'At least 4 school years of confirmed engagement'],
    ['Il manque 1,5 année d’engagement confirmé', 'Missing: 1.5 years of confirmed engagement'],
  ],
  [
    { someYear: { yearValue: { atLeast: 1 } } },
    [
      'Une année entière d’engagement confirmé au cours d’une même année scolaire',
      'A whole year of confirmed engagement within one school year',
    ],
    ['Année entière (2025-2026)', 'Whole year (2025-2026)'],
  ],
  [
    { recent: { last: 3 } },
    [
      'Au moins une demi-année d’engagement confirmé sur les trois dernières années',
      'At least half a year of confirmed engagement over the last three years',
    ],
    [
      'Engagement récent : 2023-2024, 2024-2025 et 2025-2026',
      'Recent engagement: 2023-2024, 2024-2025 and 2025-2026',
    ],
  ],
  [
    { families: { atLeast: 4, including: ['A'] } },
    [
      "Au moins 4 familles de missions assurées, dont la famille A (Accompagner l'équipe éducative)",
      'At least 4 families of missions covered, family A (Support the teaching team) among them',
    ],
    ['Il manque 1 famille de missions', 'Missing: 1 family of missions'],
  ],
  [
    { families: { atLeast: 3, including: ['D'] } },
    [
      'Au moins 3 familles de missions assurées, dont la famille D (Communiquer)',
      'At least 3 families of missions covered, family D (Communicate) among them',
    ],
    ['Il manque la famille D (Communiquer)', 'Missing: family D (Communicate)'],
  ],
  [
    { families: { atLeast: 3, inYears: 2 } },
    [
      'Au moins 3 familles de missions assurées pendant au moins 2 années scolaires chacune',
      'At least 3 families of missions covered in at least 2 school years each',
    ],
    [
      'Il manque 1 famille de missions (chacune pendant au moins 2 années)',
      'Missing: 1 family of missions (in at least 2 years each)',
    ],
  ],
  [
    { families: { atLeast: 3 } },
    ['Au moins 3 familles de missions assurées', 'At least 3 families of missions covered'],
    ['3 familles : A, B et C', '3 families: A, B and C'],
  ],
  [
    { someWindow: { years: 2, rule: { missions: { of: missions('A1', 'A2', 'A3'), atLeast: 3 } } } },
    [
      'Les missions A1, A2 et A3 assurées au cours de deux années scolaires consécutives',
      'Missions A1, A2 and A3 covered within two consecutive school years',
    ],
    [
      'Il manque les missions A2 et A3 (période la plus proche : 2023-2024 et 2024-2025)',
      'Missing: missions A2 and A3 (nearest period: 2023-2024 and 2024-2025)',
    ],
  ],
  [
    { missions: { of: missions('D1', 'D2', 'C4'), atLeast: 2 } },
    ['Au moins 2 missions assurées parmi D1, D2 et C4', 'At least 2 of missions D1, D2 and C4 covered'],
    ['Il manque 1 mission parmi D1 et D2', 'Missing: 1 mission among D1 and D2'],
  ],
  [
    { missions: { of: missions('C4'), atLeast: 1, role: 'administrateur-ent' } },
    [
      'La mission C4 (Administrer les services en ligne) assurée avec le rôle « administrateur de l’ENT »',
      "Mission C4 (Administer the school's online services) covered with the role “ENT administrator”",
    ],
    [
      'Mission C4, avec le rôle « administrateur de l’ENT » (2024-2025 et 2025-2026)',
      'Mission C4, with the role “ENT administrator” (2024-2025 and 2025-2026)',
    ],
  ],
  [
    {
      any: [
        { missions: { of: missions('C1'), atLeast: 1, role: 'administrateur-ent' } },
        { missions: { of: missions('C1'), atLeast: 1, role: 'referent-service' } },
      ],
    },
    [
      'La mission C1 (Tenir le lien avec la collectivité) assurée avec le rôle « administrateur de l’ENT » ou « référent d’un service en ligne »',
      'Mission C1 (Be the link with the local authority for network and hardware) covered with the role “ENT administrator” or “lead for an online service”',
    ],
    [
      'Il manque la mission C1 (Tenir le lien avec la collectivité) avec le rôle « administrateur de l’ENT » ou « référent d’un service en ligne »',
      'Missing: mission C1 (Be the link with the local authority for network and hardware) with the role “ENT administrator” or “lead for an online service”',
    ],
  ],
  [
    { trainingHours: { atLeast: 12, years: { last: 3 } } },
    [
      'Au moins 12 h de formation sur les trois dernières années',
      'At least 12 h of training over the last three years',
    ],
    [
      'Il manque 2 h de formation sur les trois dernières années',
      'Missing: 2 h of training over the last three years',
    ],
  ],
  [
    { trainingHours: { atLeast: 8, years: { last: 1 } } },
    [
      'Au moins 8 h de formation pendant l’année scolaire en cours',
      'At least 8 h of training in the current school year',
    ],
    [
      'Il manque 0,5 h de formation pendant l’année scolaire en cours',
      'Missing: 0.5 h of training in the current school year',
    ],
  ],
  [
    { trainingHours: { atLeast: 10, years: 'all' } },
    ['Au moins 10 h de formation au total', 'At least 10 h of training in all'],
    ['10 h de formation (2 formations)', '10 h of training (2 trainings)'],
  ],
  [
    { trainings: { atLeast: 2, tags: ['ENT', 'RGPD'], years: { last: 2 } } },
    [
      'Au moins 2 formations « ENT » ou « RGPD » sur les deux dernières années',
      'At least 2 trainings on “ENT” or “RGPD” over the last two years',
    ],
    [
      'Il manque 1 formation « ENT » ou « RGPD » sur les deux dernières années',
      'Missing: 1 training on “ENT” or “RGPD” over the last two years',
    ],
  ],
  [
    { trainings: { atLeast: 1, years: { last: 1 } } },
    [
      'Au moins 1 formation pendant l’année scolaire en cours',
      'At least 1 training in the current school year',
    ],
    ['1 formation (T1)', '1 training (T1)'],
  ],
  [
    { daneEventYears: { atLeast: 2 } },
    [
      'Au moins 2 années scolaires avec une rencontre annuelle ou une classe virtuelle de fin d’année suivie',
      'At least 2 school years with an annual meeting or end-of-year virtual class attended',
    ],
    [
      'Il manque 1 année avec une rencontre annuelle ou une classe virtuelle de fin d’année suivie',
      'Missing: 1 year with an annual meeting or end-of-year virtual class attended',
    ],
  ],
  [
    { reviewYears: { atLeast: 5 } },
    ['Au moins 5 années scolaires avec un point d’étape', 'At least 5 school years with a progress review'],
    ['Il manque 2 années avec un point d’étape', 'Missing: 2 years with a progress review'],
  ],
  [
    {
      any: [
        { contributions: { kinds: ['session'], atLeast: 3 } },
        { contributions: { kinds: ['project'], atLeast: 1 } },
      ],
    },
    [
      'Soit au moins 3 prises en main animées, soit au moins 1 projet',
      'Either at least 3 hands-on sessions, or at least 1 project',
    ],
    ['Il manque 2 prises en main animées ou 1 projet', 'Missing: 2 hands-on sessions or 1 project'],
  ],
  [
    { contributions: { kinds: ['showcase'], atLeast: 2, linked: true } },
    ['Au moins 2 valorisations, avec un lien', 'At least 2 showcases, with a link'],
    ['Il manque 2 valorisations avec un lien', 'Missing: 2 showcases with a link'],
  ],
  [
    { contributions: { kinds: ['mentoring', 'resource'], atLeast: 1, validated: true } },
    [
      'Au moins 1 contribution validée (tutorat ou ressource)',
      'At least 1 validated contribution (mentoring or resource)',
    ],
    ['1 contribution', '1 contribution'],
  ],
  [
    { all: [{ duration: { atLeast: 3 } }, { reviewYears: { atLeast: 4 } }] },
    [
      'Au moins 3 années scolaires d’engagement confirmé et au moins 4 années scolaires avec un point d’étape',
      'At least 3 school years of confirmed engagement and at least 4 school years with a progress review',
    ],
    [
      'Il manque une demi-année d’engagement confirmé et 1 année avec un point d’étape',
      'Missing: half a year of confirmed engagement and 1 year with a progress review',
    ],
  ],
  [
    {
      atLeast: 2,
      of: [{ duration: { atLeast: 1 } }, { recent: { last: 1 } }, { reviewYears: { atLeast: 9 } }],
    },
    [
      'Au moins 2 de ces conditions : au moins 1 année scolaire d’engagement confirmé ; au moins une demi-année d’engagement confirmé pendant l’année scolaire en cours ; au moins 9 années scolaires avec un point d’étape',
      'At least 2 of these: at least 1 school year of confirmed engagement; at least half a year of confirmed engagement in the current school year; at least 9 school years with a progress review',
    ],
    [
      '2,5 années : 2023-2024, 2024-2025 et 2025-2026 ; engagement récent : 2025-2026',
      '2.5 years: 2023-2024, 2024-2025 and 2025-2026; recent engagement: 2025-2026',
    ],
  ],
  [
    { meets: 'RUPN-ENG' },
    ['Les critères du badge « RUPN engagé·e » remplis', 'The criteria of the badge “Committed RUPN” met'],
    ['Critères du badge « RUPN engagé·e » remplis', 'Criteria of the badge “Committed RUPN” met'],
  ],
  [
    { meets: 'RUPN-COM' },
    [
      'Les critères du badge « Communicant·e numérique » remplis',
      'The criteria of the badge “Digital communicator” met',
    ],
    [
      "Il manque ce que demande le badge « Communicant·e numérique » : la mission D1 (Relayer les informations du réseau d'accompagnement de la DANE) avec le rôle « contact pour la DANE » et 3 missions parmi D1, D2, D3 et D4 (année la plus proche : 2025-2026) et 2 valorisations avec un lien",
      'Missing: what the badge “Digital communicator” asks for: mission D1 (Relay DANE network information inside the school) with the role “contact for the DANE” and 3 missions among D1, D2, D3 and D4 (nearest year: 2025-2026) and 2 showcases with a link',
    ],
  ],
];

const onTeam: readonly (readonly [Rule, requirement: Words, described: Words])[] = [
  [
    { members: { atLeast: 3 } },
    ['Au moins 3 RUPN engagés dans l’établissement', 'At least 3 RUPN engaged in the school'],
    ['Il manque 1 RUPN dans l’équipe', 'Missing: 1 RUPN in the team'],
  ],
  [
    { teamFamilies: { of: ['A', 'B', 'C'], atLeast: 3 } },
    [
      'Les familles A, B et C de missions assurées par l’équipe',
      'Families A, B and C of missions covered by the team',
    ],
    [
      'Il manque la famille C (Gérer les outils) dans l’équipe',
      'Missing: family C (Look after the tools) in the team',
    ],
  ],
  [
    { teamRole: { role: 'contact-dane', exactlyOne: true } },
    [
      'Le rôle « contact pour la DANE » tenu par une personne, et une seule à la fois',
      'The role “contact for the DANE” held by one person, and only one at a time',
    ],
    [
      'Il manque un titulaire unique du rôle « contact pour la DANE » (2 personnes le tiennent le même jour)',
      'Missing: a single holder of the role “contact for the DANE” (2 people hold it on the same day)',
    ],
  ],
  [
    { teamRole: { role: 'administrateur-ent' } },
    [
      'Le rôle « administrateur de l’ENT » tenu par au moins une personne',
      'The role “ENT administrator” held by at least one person',
    ],
    [
      'Il manque une personne pour le rôle « administrateur de l’ENT »',
      'Missing: somebody for the role “ENT administrator”',
    ],
  ],
  [
    { everyMemberTrained: true },
    [
      'Une formation dans l’année pour chaque membre de l’équipe',
      'A training in the year for each member of the team',
    ],
    ['2 membres formés', '2 members trained'],
  ],
  [
    { everyMemberReviewed: true },
    [
      'Un point d’étape dans l’année pour chaque membre de l’équipe',
      'A progress review in the year for each member of the team',
    ],
    [
      'Il manque un point d’étape dans l’année pour 1 membre',
      'Missing: a progress review in the year for 1 member',
    ],
  ],
  [
    { schoolMeetings: { atLeast: 1 } },
    ['Au moins 1 rencontre annuelle dans l’établissement', 'At least 1 annual meeting in the school'],
    ['1 rencontre annuelle (M1)', '1 annual meeting (M1)'],
  ],
];

const cases = [
  ...onPerson.map(([rule, words, described]) => ({
    kind: ruleKind(rule),
    rule,
    words,
    described,
    on: facts as Facts,
  })),
  ...onTeam.map(([rule, words, described]) => ({
    kind: ruleKind(rule),
    rule,
    words,
    described,
    on: team as Facts,
  })),
];

describe('criteria in words', () => {
  test.each(cases)('$kind: $words.1', ({ rule, words: [french, english] }) => {
    expect(plain(fr.requirement(rule, inFrench))).toBe(french);
    expect(en.requirement(rule, inEnglish)).toBe(english);
  });

  test.each(cases)('$kind is explained: $described.1', ({ rule, on, described: [french, english] }) => {
    const finding = find(rule, on);
    expect(plain(fr.describeFinding(finding, inFrench))).toBe(french);
    expect(en.describeFinding(finding, inEnglish)).toBe(english);
  });

  test('every finding has either what is missing or how it is met', () => {
    for (const { rule, on } of cases) {
      const finding = find(rule, on);
      for (const [texts, context] of [
        [fr, inFrench],
        [en, inEnglish],
      ] as const) {
        expect(texts.missing(finding, context) === '').toBe(finding.met);
        expect(texts.met(finding, context) === '').toBe(!finding.met);
      }
    }
  });

  test('a changed threshold changes the words', () => {
    const words = [12, 18].map((atLeast) => fr.requirement({ trainingHours: { atLeast } }, inFrench));
    expect(words).toEqual(['Au moins 12 h de formation au total', 'Au moins 18 h de formation au total']);
  });

  test('French has no plain space before a colon or semicolon, and curly apostrophes of its own', () => {
    for (const { rule, on } of cases) {
      const text = `${fr.requirement(rule, inFrench)} ${fr.describeFinding(find(rule, on), inFrench)}`;
      expect(text).not.toMatch(/ [:;»]|« /);
    }
  });
});

describe('an alternative', () => {
  const veille = achievementOf(criteria, 'RUPN-VEILLE').requirements[0]?.rule;

  test('of long conditions explains the one that came nearest', () => {
    if (veille === undefined) throw new Error('RUPN-VEILLE has no requirement');
    const near = deriveFrom(
      {
        segments: wholeYears(2024, 2025, { missions: ['E1', 'E3'] }),
        attended: [
          { code: 'T1', on: '2024-10-01', hours: 8 },
          { code: 'T2', on: '2025-10-01', hours: 8 },
          { code: 'R1', on: '2025-11-01', kind: 'EV-CV' },
        ],
      },
      '2026-08-31',
    );
    expect(plain(fr.missing(find(veille, near), inFrench))).toBe(
      'Il manque 2 h de formation (période la plus proche : 2024-2025 et 2025-2026)',
    );
  });

  test('of which nothing is there explains the first', () => {
    if (veille === undefined) throw new Error('RUPN-VEILLE has no requirement');
    expect(fr.missing(find(veille, deriveFrom({}, '2026-08-31')), inFrench)).toMatch(
      /^Il manque 12 h de formation, /,
    );
  });
});

describe('the narrative of a badge', () => {
  test.each(criteria.achievements)('$code lists every requirement in both languages', (definition) => {
    for (const [texts, context] of [
      [fr, inFrench],
      [en, inEnglish],
    ] as const) {
      const narrative = texts.achievementNarrative(definition, context);
      for (const { rule } of definition.requirements) {
        expect(narrative).toContain(`- ${texts.requirement(rule, context)}`);
      }
    }
  });

  test('says what the codes of missions mean', () => {
    const narrative = plain(fr.achievementNarrative(achievementOf(criteria, 'RUPN-ACC'), inFrench));
    expect(narrative).toContain(
      '- **A2** : Faire naître et co-construire des projets pédagogiques numériques',
    );
  });

  test('says how long the badge is valid', () => {
    const french = fr.achievementNarrative(achievementOf(criteria, 'RUPN-EXP'), inFrench);
    expect(french).toContain(
      'valable jusqu’au 31 août, 3 années scolaires après celle de l’attribution, et peut être renouvelé.',
    );
    expect(en.achievementNarrative(achievementOf(criteria, 'RUPN-ENG'), inEnglish)).toContain('no end date');
  });

  test('with thresholds says what counts, and their change changes the words', () => {
    const definition = achievementOf(criteria, 'RUPN-CONF');
    const narrate = (thresholds: typeof criteria.thresholds) =>
      plain(fr.achievementNarrative(definition, { ...inFrench, thresholds }));
    expect(narrate(criteria.thresholds)).toContain('à partir de 200 jours d’engagement confirmé');
    expect(narrate(criteria.thresholds)).toContain('attestation ou liste de l’organisateur');
    expect(narrate({ ...criteria.thresholds, fullYearDays: 180 })).toContain('à partir de 180 jours');
  });
});
