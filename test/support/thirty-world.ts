import { LAST_YEAR, THIS_YEAR } from './now.ts';
import { TWO_SCHOOLS } from './school-world.ts';

const FAMILIES = [
  'Aubert',
  'Benali',
  'Carre',
  'Delmas',
  'Esteve',
  'Fabre',
  'Garnier',
  'Henry',
  'Imbert',
  'Joly',
];
const GIVEN = ['Alice', 'Bruno', 'Chloé'];

/** Thirty people, by number from 0: their address and name. */
const THIRTY = Array.from({ length: 30 }, (_, index) => ({
  email: `p${index}@ac-test.example`,
  given: GIVEN[index % 3] ?? '',
  family: `${FAMILIES[Math.floor(index / 3)] ?? ''}`,
}));

const MISSIONS = ['A1|A2', 'A1|A3|D1', 'C1|C2', 'C4', 'B1|D2', 'E1|E2|A1', 'D3|D4'];
const LAST = `${LAST_YEAR}-09-01;${THIS_YEAR}-08-31`;
const NOW = `${THIS_YEAR}-09-01;`;

/** Last year's segments, confirmed by the principal until 31 August, except those of some people:
 *  - 0 was `contact-dane`, and 10 has become it this year;
 *  - 1 left in January; 2 goes on without an end;
 *  - 3 has declared the same for this year. */
function lastYear(index: number): string {
  const missions = MISSIONS[index % MISSIONS.length];
  const role = index === 0 ? 'contact-dane' : index === 4 ? 'contact-collectivite' : '';
  const confirmed = 'confirmee;chef@ac-test.example;2025-10-01'.replace('2025', String(LAST_YEAR));
  const days =
    index === 1 ? `${LAST_YEAR}-09-01;${THIS_YEAR}-01-15` : index === 2 ? `${LAST_YEAR}-09-01;` : LAST;
  return `L-${index};p${index}@ac-test.example;0210001M;${days};${missions};${role};${confirmed}`;
}

/** A school of thirty people, whose principal is engaged too. */
export const THIRTY_WORLD: Readonly<Record<string, string>> = {
  'etablissements.csv': TWO_SCHOOLS,
  'personnes.csv': [
    'email;prenom;nom;profil;uai',
    'chef@ac-test.example;Marie;Chevalier;chef|rupn;0210001M',
    'voisine@ac-test.example;Jeanne;Voisin;chef;0210011Y',
    'dane@ac-test.example;Denis;Danois;dane;',
    ...THIRTY.map(({ email, given, family }) => `${email};${given};${family};rupn;`),
    '',
  ].join('\n'),
  'engagements.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le',
    ...THIRTY.map((_, index) => lastYear(index)),
    `L-CHEF;chef@ac-test.example;0210001M;${LAST};E1;;confirmee-dane;;`,
    `N-10;p10@ac-test.example;0210001M;${NOW};D1;contact-dane;confirmee;chef@ac-test.example;${THIS_YEAR}-09-01`,
    `N-3;p3@ac-test.example;0210001M;${NOW};C4;;demandee;;`,
    '',
  ].join('\n'),
};

/** The same school, where everyone requests a segment for this year. */
export const THIRTY_ASKING = [
  'reference;email;uai;debut;fin;missions;roles;confirmation',
  ...THIRTY.map(
    ({ email }, index) =>
      `Q-${index};${email};0210001M;${NOW};${MISSIONS[index % MISSIONS.length]};${index === 0 ? 'contact-dane' : index === 7 || index === 8 ? 'contact-collectivite' : ''};demandee`,
  ),
  `Q-CHEF;chef@ac-test.example;0210001M;${NOW};E1;;demandee`,
  '',
].join('\n');
