/** Schools, people and facts in plain lists, with as many cases as there are, and the files that say them. They are
 *  counted again by plain loops over these lists. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const DEPARTMENTS = [
  ['021', '21', 'Côte-d’Or'],
  ['058', '58', 'Nièvre'],
  ['071', '71', 'Saône-et-Loire'],
  ['089', '89', 'Yonne'],
] as const;
const STATES = ['confirmee', 'demandee', 'contestee', 'confirmee-avec-reserve', 'confirmee-dane'] as const;
const MISSIONS = ['A1', 'B1', 'C1', 'D1', 'E1'] as const;

export interface PlainSchool {
  readonly uai: string;
  readonly name: string;
  readonly department: string;
  readonly isPublic: boolean;
  readonly hasHead: boolean;
  readonly metOn: string;
}

export interface PlainSegment {
  readonly reference: string;
  readonly email: string;
  readonly uai: string;
  readonly from: string;
  readonly to: string;
  readonly mission: string;
  readonly state: (typeof STATES)[number];
  readonly confirmedOn: string;
}

export interface PlainReview {
  readonly email: string;
  readonly uai: string;
  readonly on: string;
}

/** The same numbers at each run. */
function makeDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

export function makeNewYearWorld() {
  const roll = makeDice(27);
  const pick = <It>(of: readonly It[]): It => of[roll(of.length)] as It;
  const schools = Array.from({ length: 48 }, (_, at): PlainSchool => {
    const [prefix, department] = DEPARTMENTS[at % 4] ?? DEPARTMENTS[0];
    const digits = `${prefix}${String(1000 + at).padStart(4, '0')}`;
    return {
      uai: `${digits}${LETTERS[Number(digits) % 23]}`,
      name: `Collège ${String.fromCharCode(90 - (at % 26))}${at}`,
      department,
      isPublic: roll(6) > 0,
      hasHead: roll(3) > 0,
      metOn: pick(['', '2027-09-20', '2027-06-01', '2028-02-01']),
    };
  });
  const emails = Array.from({ length: 90 }, (_, at) => `p${at}@ac-test.example`);
  const segments = emails.flatMap((email, at) =>
    Array.from({ length: 1 + roll(2) }, (_, turn): PlainSegment => {
      const from = pick(['2025-09-01', '2026-01-15', '2026-09-01', '2027-09-01', '2027-12-01']);
      const state = pick(STATES);
      const dated = state.startsWith('confirmee')
        ? pick(['', '2026-10-01', '2027-08-31', '2027-09-01', '2027-09-10'])
        : '';
      return {
        reference: `S${at}-${turn}`,
        email,
        // A third of the schools has nobody.
        uai: (schools[roll(32)] as PlainSchool).uai,
        from,
        to: pick(['', '', '', '2026-06-30', '2028-06-30']) > from ? pick(['2028-06-30', '2028-08-31']) : '',
        mission: pick(MISSIONS),
        state,
        confirmedOn: dated,
      };
    }),
  );
  const reviews = emails
    .filter(() => roll(2) === 0)
    .map(
      (email): PlainReview => ({
        email,
        uai: schools[0]?.uai ?? '',
        on: pick(['2027-09-05', '2027-05-05', '2027-09-14']),
      }),
    );
  return { schools, emails, segments, reviews };
}

export type NewYearWorld = ReturnType<typeof makeNewYearWorld>;

export function filesOf({ schools, emails, segments, reviews }: NewYearWorld): Record<string, string> {
  const nameOf = new Map(DEPARTMENTS.map(([, code, name]) => [code as string, name]));
  return {
    'etablissements.csv': [
      'uai;nom;commune;code_departement;departement;secteur',
      ...schools.map(
        (one) =>
          `${one.uai};${one.name};Ville;${one.department};${nameOf.get(one.department)};${one.isPublic ? 'Public' : 'Privé'}`,
      ),
    ].join('\n'),
    'personnes.csv': [
      'email;prenom;nom;profil;uai',
      ...emails.map(
        (email, at) => `${email};Prénom${at};Nom${String((at * 37) % 90).padStart(2, '0')};rupn;`,
      ),
      ...schools
        .filter(({ hasHead }) => hasHead)
        .map(({ uai }) => `chef.${uai.toLowerCase()}@ac-test.example;Chef;De${uai};chef;${uai}`),
      'agent@ac-test.example;Odile;Richardot;dane;',
    ].join('\n'),
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_le',
      ...segments.map(
        (one) =>
          `${one.reference};${one.email};${one.uai};${one.from};${one.to};${one.mission};;${one.state};${one.confirmedOn}`,
      ),
    ].join('\n'),
    'evenements.csv': [
      'code;nature;intitule;debut;uai',
      ...schools
        .filter(({ metOn }) => metOn)
        .map(({ uai, metOn }) => `ETAB-${uai};EV-ETAB;Rencontre;${metOn};${uai}`),
    ].join('\n'),
    'points-etape.csv': [
      'email;uai;date',
      ...reviews.map(({ email, uai, on }) => `${email};${uai};${on}`),
    ].join('\n'),
  };
}
