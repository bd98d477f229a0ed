import { criteriaAsTexts } from '../../src/application/awards/criteria-met.ts';
import { publishedCatalogue } from '../../src/catalogue/versions.ts';
import { FIRST_CHOICE, type HolderChoice } from '../../src/domain/award/types.ts';
import type { AchievementDefinition } from '../../src/domain/criteria/definition.ts';
import { evaluate } from '../../src/domain/criteria/evaluate.ts';
import { deriveTeamFacts } from '../../src/domain/facts/derive-team.ts';
import type { Facts } from '../../src/domain/facts/types.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { buildCredential } from '../../src/issuing/credential.ts';
import { credentialTexts } from '../../src/texts/fr/public/credential.ts';
import {
  basis,
  day,
  deriveFrom,
  GUYOT,
  LACAILLE,
  makePerson,
  type PersonSketch,
  wholeYears,
} from '../domain/builders.ts';
import { makeAward, makeInput, onlyCriteria } from '../openbadges/builders.ts';

const ON = '2026-11-29';
const NAMED: HolderChoice = { ...FIRST_CHOICE, name: 'full', showSchools: true };
const missions = ['A1', 'A2', 'A3', 'B1', 'C4', 'D1', 'D2', 'D4', 'E1', 'E3'];
const roles = ['administrateur-ent', 'contact-dane'] as const;

const attended = [2022, 2023, 2024, 2025].flatMap((year) => [
  { code: `PAF-${year}`, on: `${year}-11-10`, hours: 12, tags: ['ENT'] },
  { code: `RENC-${year}`, on: `${year}-10-05`, kind: 'EV-RENC' as const, hours: 3 },
]);
const contributions = [
  { kind: 'session' as const, on: '2024-02-01' },
  { kind: 'session' as const, on: '2024-03-01' },
  { kind: 'session' as const, on: '2024-04-01' },
  { kind: 'showcase' as const, on: '2024-05-01', url: 'https://example.org/1' },
  { kind: 'showcase' as const, on: '2024-06-01', url: 'https://example.org/2' },
  { kind: 'mentoring' as const, on: '2025-02-01', validated: true },
];
const rest = { attended, contributions, reviews: [{ on: '2026-05-12' }] };
const open: PersonSketch = { segments: [{ from: '2020-09-01', missions, roles }], ...rest };
const closed: PersonSketch = {
  segments: [{ from: '2020-09-01', to: '2026-06-30', missions, roles }],
  ...rest,
};
const twoSchools: PersonSketch = {
  segments: [
    { from: '2020-09-01', to: '2023-01-31', missions, roles, uai: GUYOT },
    { from: '2023-02-01', missions, roles, uai: LACAILLE, confirmation: 'confirmed-by-dane' },
  ],
  ...rest,
};
const gap: PersonSketch = {
  segments: [...wholeYears(2019, 2021, { missions }), { from: '2024-02-01', missions }],
  ...rest,
};
const short: PersonSketch = {
  segments: [...wholeYears(2023, 2024, { missions }), { from: '2025-09-01', to: '2025-12-05', missions }],
  ...rest,
};

interface Case {
  readonly code: string;
  readonly facts: Facts;
  readonly choice: HolderChoice;
  /** The version of the badge without its English texts. */
  readonly isFrenchOnly?: true;
}

const withoutEnglish = ({ name, description, ...rest }: AchievementDefinition): AchievementDefinition => ({
  ...rest,
  name: { fr: name.fr },
  description: { fr: description.fr },
});

/** Badges of ten different careers, and one without English, judged on 29 November 2026 unless stated otherwise. */
export const TEN_BADGES: Readonly<Record<string, Case>> = {
  'an open engagement, named': { code: 'RUPN-CONF', facts: deriveFrom(open, ON), choice: NAMED },
  'an open engagement, nameless': { code: 'RUPN-CONF', facts: deriveFrom(open, ON), choice: FIRST_CHOICE },
  'a closed engagement': { code: 'RUPN-EXP', facts: deriveFrom(closed, ON), choice: NAMED },
  'an engagement that ends on the judged day': {
    code: 'RUPN-ENG',
    facts: deriveFrom(closed, '2026-06-30'),
    choice: NAMED,
  },
  'two schools and two confirmers': {
    code: 'RUPN-ENT',
    facts: deriveFrom(twoSchools, ON),
    choice: NAMED,
  },
  'a gap': { code: 'RUPN-ENG', facts: deriveFrom(gap, ON), choice: NAMED },
  'a past year of less than half': { code: 'RUPN-ENG', facts: deriveFrom(short, ON), choice: NAMED },
  'a companion with declared work': { code: 'RUPN-ACC', facts: deriveFrom(open, ON), choice: FIRST_CHOICE },
  'a half year in progress': { code: 'RUPN-COM', facts: deriveFrom(open, '2026-02-15'), choice: NAMED },
  'a team': {
    code: 'RUPN-EQUIPE',
    facts: deriveTeamFacts(
      {
        uai: parseUai(GUYOT),
        people: ['p1', 'p2'].map((person) => makePerson({ ...open, person })),
        meetings: [],
      },
      day(ON),
      basis,
    ),
    choice: FIRST_CHOICE,
  },
  'a badge without English': {
    code: 'RUPN-CONF',
    facts: deriveFrom(open, ON),
    choice: NAMED,
    isFrenchOnly: true,
  },
};

/** The unsigned badge of one of the ten, as the service builds it in French. */
export async function badgeOf({ code, facts, choice, isFrenchOnly }: Case) {
  const criteria = onlyCriteria();
  const found = criteria.achievements.find((one) => one.code === code);
  if (!found) throw new Error(`no badge ${code}`);
  const definition = isFrenchOnly ? withoutEnglish(found) : found;
  const evaluation = evaluate({ definition, criteria, facts });
  const award = makeAward(definition, facts, { schoolYear: facts.schoolYear, evaluation });
  const criteriaMet = criteriaAsTexts(publishedCatalogue, { award, criteria }, 'fr').flatMap(
    ({ requirement, met }) => (met === undefined ? [] : [credentialTexts.criterionMet(requirement, met)]),
  );
  const schoolNames = new Map([
    [parseUai(GUYOT), 'Collège Edouard Herriot'],
    [parseUai(LACAILLE), 'Collège Isle de Saône'],
  ]);
  return buildCredential(makeInput(definition, { award, choice, criteriaMet, schoolNames }));
}

/** Every signed sentence and figure about the holder. The published criteria of the badge are not among them. */
export function sentencesOf(body: Awaited<ReturnType<typeof badgeOf>>): readonly string[] {
  const { name, description = '', evidence = [], credentialSubject } = body;
  const { role, result, achievement } = credentialSubject;
  const figures = result.map(({ resultDescription, value }) => {
    const named = achievement.resultDescription.find(({ id }) => id === resultDescription);
    return `${named?.name} : ${value}`;
  });
  const stated = evidence.map((one) => `${one.name} : ${one.narrative}`);
  return [name ?? '', description, role ?? '', ...figures, ...stated];
}
