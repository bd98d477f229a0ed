import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pickName, toEmail } from '../../demo/names.ts';
import { makeRandom, type Random } from '../../demo/random.ts';

/** An invented académie of real schools, from a seed: what is true of it, before any file is written. It uses
 *  nothing of the service, so that a test may recount from it what the service says. Days are ISO texts. */
export interface Academy {
  readonly today: string;
  /** The school year of today, by its first calendar year. */
  readonly year: number;
  readonly schools: readonly AcademySchool[];
  readonly people: readonly AcademyPerson[];
  readonly segments: readonly AcademySegment[];
  readonly authorisations: readonly AcademyAuthorisation[];
  readonly events: readonly AcademyEvent[];
  readonly attendances: readonly AcademyAttendance[];
  readonly reviews: readonly AcademyReview[];
  readonly contributions: readonly AcademyContribution[];
}

export interface AcademySchool {
  readonly uai: string;
  readonly kind: string;
  readonly name: string;
  readonly commune: string;
  readonly department: string;
}

export interface AcademyPerson {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly profile: 'rupn' | 'chef' | 'dane';
  readonly headOf?: string;
}

export interface AcademySegment {
  readonly reference: string;
  readonly email: string;
  readonly uai: string;
  readonly from: string;
  readonly to?: string;
  readonly missions: readonly string[];
  readonly roles: readonly string[];
  /** In the words of the files. */
  readonly state: 'demandee' | 'confirmee' | 'confirmee-avec-reserve' | 'confirmee-dane' | 'contestee';
  readonly confirmedBy?: string;
}

export interface AcademyAuthorisation {
  readonly uai: string;
  readonly mission: string;
  readonly from: string;
  readonly to?: string;
}

export interface AcademyEvent {
  readonly code: string;
  readonly nature: string;
  readonly title: string;
  readonly on: string;
  readonly hours?: number;
  readonly tags: readonly string[];
  readonly uai?: string;
}

export interface AcademyAttendance {
  readonly email: string;
  readonly event: string;
  readonly hours?: number;
  readonly proof: number;
}

export interface AcademyReview {
  readonly email: string;
  readonly uai: string;
  readonly on: string;
  readonly kind: 'point-etape' | 'bilan';
}

export interface AcademyContribution {
  readonly reference: string;
  readonly email: string;
  readonly kind: string;
  readonly on: string;
  readonly link?: string;
  readonly validated: boolean;
}

export interface AcademySize {
  readonly schools: number;
  readonly rupn: number;
  /** The day of today in Paris. */
  readonly today: string;
  readonly seed?: number;
}

/** The school years before this one in which somebody may have begun. */
const YEARS_BEFORE = 5;
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  A: ['A1', 'A2', 'A3'],
  B: ['B1', 'B2'],
  C: ['C1', 'C2', 'C3', 'C4'],
  D: ['D1', 'D2', 'D3', 'D4'],
  E: ['E1', 'E2', 'E3'],
};
const CONDITIONAL = ['C5', 'C6', 'C7', 'C8', 'C9'];

export const AGENT_OF_ACADEMY = 'agente.dane@ac-dijon.example';

/** The first day of the school year that contains the day is 1 September of this year. */
function schoolYearIn(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
}

export function makeAcademy({ schools: count, rupn, today, seed = 27 }: AcademySize): Academy {
  const random = makeRandom(seed);
  const year = schoolYearIn(today);
  const schools = random.sample(publicSchools(), count);
  const taken = new Set([AGENT_OF_ACADEMY]);
  const named = () => {
    const name = pickName(random, taken);
    return { email: toEmail(name), ...name };
  };
  const heads = schools.map(({ uai }) => ({ ...named(), profile: 'chef' as const, headOf: uai }));
  const teachers = Array.from({ length: rupn }, () => ({ ...named(), profile: 'rupn' as const }));
  const lives = teachers.map((person, at) => makeLife(person, at, { random, schools, heads, year, today }));
  const events = makeEvents(random, schools, year);
  return {
    today,
    year,
    schools,
    people: [
      ...teachers,
      ...heads,
      { email: AGENT_OF_ACADEMY, givenName: 'Agente', familyName: 'Danoise', profile: 'dane' },
    ],
    segments: lives.flatMap(({ segments }) => segments),
    authorisations: schools.flatMap(({ uai }, at) => authorise(uai, at, year)),
    events,
    attendances: lives.flatMap((life) => attend(life, events, random)),
    reviews: lives.flatMap((life) => review(life, { random, today, year })),
    contributions: lives.flatMap((life) => contribute(life, random)),
  };
}

/** The public schools of the list that are not agricultural. */
function publicSchools(): readonly AcademySchool[] {
  const text = readFileSync(join(import.meta.dirname, '../../data/establishments-dijon.csv'), 'utf8');
  const [header = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted ?? bare ?? '',
      ),
    );
  const cell = (row: readonly string[], column: string) => row[header.indexOf(column)] ?? '';
  return rows
    .filter((row) => cell(row, 'secteur') === 'Public' && cell(row, 'lycee_agricole') === '0')
    .map((row) => ({
      uai: cell(row, 'uai'),
      kind: cell(row, 'type'),
      name: cell(row, 'nom').replaceAll('œ', 'oe').replaceAll('’', "'"),
      commune: cell(row, 'commune').replaceAll('œ', 'oe').replaceAll('’', "'"),
      department: cell(row, 'departement'),
    }));
}

interface Setting {
  readonly random: Random;
  readonly schools: readonly AcademySchool[];
  readonly heads: readonly AcademyPerson[];
  readonly year: number;
  readonly today: string;
}

interface Life {
  readonly email: string;
  readonly at: number;
  /** How much this person does, from 0 to 3. */
  readonly zeal: number;
  readonly years: readonly number[];
  readonly segments: readonly AcademySegment[];
  readonly isOfTeam: boolean;
}

/** The first people of each school hold its roles, so that no two claim one by chance. The first school has a
 *  whole team. */
function makeLife(person: AcademyPerson, at: number, setting: Setting): Life {
  const { random, schools, heads, year } = setting;
  const place = at % schools.length;
  const rank = Math.floor(at / schools.length);
  const isOfTeam = place === 0;
  const zeal = isOfTeam ? 3 : random.integer(4);
  const begun = year - (zeal === 3 ? YEARS_BEFORE : random.integer(YEARS_BEFORE + 1));
  const years = Array.from({ length: year - begun + 1 }, (_, since) => begun + since);
  const missions = chooseMissions(random, { zeal, rank });
  const roles = rolesOf(rank);
  const home = schools[place] as AcademySchool;
  const neighbour = schools.find((one, there) => there > place && one.department === home.department);
  const both = !isOfTeam && neighbour !== undefined && random.chance(0.06);
  const segments = years.flatMap((Y) => {
    const state = isOfTeam ? 'confirmee' : stateOf(random, Y === year);
    const segment = (uai: string, mark: string): AcademySegment => ({
      reference: `ENG-${at}-${Y}${mark}`,
      email: person.email,
      uai,
      ...daysOf(random, Y, year, isOfTeam),
      missions,
      roles: mark === '' ? roles : [],
      state,
      ...(state.startsWith('confirmee') && { confirmedBy: headAt(heads, uai) }),
    });
    return both ? [segment(home.uai, ''), segment(neighbour.uai, '-B')] : [segment(home.uai, '')];
  });
  return { email: person.email, at, zeal, years, segments, isOfTeam };
}

function headAt(heads: readonly AcademyPerson[], uai: string): string {
  return heads.find(({ headOf }) => headOf === uai)?.email ?? '';
}

function rolesOf(rank: number): readonly string[] {
  if (rank === 0) return ['contact-dane', 'referent-site'];
  return rank === 1 ? ['contact-collectivite', 'administrateur-ent', 'referent-usages-ent'] : [];
}

function chooseMissions(
  random: Random,
  who: { readonly zeal: number; readonly rank: number },
): readonly string[] {
  const families = random.sample(Object.keys(FAMILIES), who.zeal === 3 ? 5 : 1 + random.integer(4));
  const chosen = families.flatMap((family) => {
    const all = FAMILIES[family] ?? [];
    return who.zeal === 3 ? all : random.sample(all, 1 + random.integer(all.length));
  });
  const ofRole = who.rank === 0 ? ['D1'] : who.rank === 1 ? ['C1', 'C4'] : [];
  const conditional = random.chance(0.3) ? random.sample(CONDITIONAL, 2) : [];
  return [...new Set([...chosen, ...ofRole, ...conditional])].toSorted();
}

function stateOf(random: Random, isThisYear: boolean): AcademySegment['state'] {
  const drawn = random.integer(100);
  if (isThisYear) return drawn < 65 ? 'demandee' : 'confirmee';
  if (drawn < 80) return 'confirmee';
  if (drawn < 86) return 'confirmee-avec-reserve';
  if (drawn < 92) return 'confirmee-dane';
  return drawn < 96 ? 'contestee' : 'demandee';
}

/** The days of a segment: a whole year, or a part of it; this year's are open. */
function daysOf(random: Random, Y: number, year: number, isWhole: boolean): { from: string; to?: string } {
  const first = `${Y}-09-01`;
  if (Y === year) return { from: first };
  const drawn = isWhole ? 0 : random.integer(20);
  if (drawn === 19) return { from: `${Y + 1}-01-05`, to: `${Y + 1}-08-31` };
  if (drawn === 18) return { from: first, to: `${Y + 1}-01-31` };
  return { from: first, to: `${Y + 1}-08-31` };
}

/** Every third school has no authorisation; those of every other one end in the middle of last year. */
function authorise(uai: string, at: number, year: number): readonly AcademyAuthorisation[] {
  if (at % 3 === 0) return [];
  const to = at % 2 === 0 ? { to: `${year}-02-15` } : {};
  return ['C5', 'C6', 'C9'].map((mission) => ({ uai, mission, from: `${year - 3}-09-01`, ...to }));
}

function makeEvents(
  random: Random,
  schools: readonly AcademySchool[],
  year: number,
): readonly AcademyEvent[] {
  const years = Array.from({ length: YEARS_BEFORE + 1 }, (_, back) => year - YEARS_BEFORE + back);
  const ofYear = (Y: number): readonly AcademyEvent[] => [
    {
      code: `PAF-${Y}-1`,
      nature: 'EV-PAF',
      title: 'Administrer un ENT',
      on: `${Y}-09-01`,
      hours: 6,
      tags: ['ENT'],
    },
    {
      code: `PAF-${Y}-2`,
      nature: 'EV-PAF',
      title: 'Les données',
      on: `${Y}-11-12`,
      hours: 6,
      tags: ['RGPD'],
    },
    { code: `PAF-${Y}-3`, nature: 'EV-PAF', title: 'Évaluer', on: `${Y + 1}-02-03`, hours: 3.5, tags: [] },
    {
      code: `FIL-${Y}`,
      nature: 'EV-FIL',
      title: 'Filmer un cours',
      on: `${Y + 1}-03-17`,
      hours: 3,
      tags: [],
    },
    {
      code: `RENC-${Y}`,
      nature: 'EV-RENC',
      title: 'Rencontre annuelle',
      on: `${Y}-09-01`,
      hours: 6,
      tags: [],
    },
    { code: `CV-${Y}`, nature: 'EV-CV', title: 'Classe virtuelle', on: `${Y + 1}-06-09`, hours: 1, tags: [] },
    ...schools
      .filter((_, at) => at === 0 || random.chance(0.2))
      .map(({ uai }) => ({
        code: `ETAB-${uai}-${Y}`,
        nature: 'EV-ETAB',
        title: 'Rencontre en établissement',
        on: `${Y}-09-01`,
        tags: [],
        uai,
      })),
  ];
  return years.flatMap(ofYear);
}

function attend({ email, zeal, years, isOfTeam }: Life, events: readonly AcademyEvent[], random: Random) {
  const theirs = events.filter(({ nature, on }) => nature !== 'EV-ETAB' && years.includes(schoolYearIn(on)));
  return theirs.flatMap(({ code, hours }): readonly AcademyAttendance[] => {
    if (!isOfTeam && !random.chance(0.25 + zeal / 5)) return [];
    const proof = isOfTeam ? 3 : random.pick([0, 1, 2, 3, 3, 3]);
    const said = random.integer(3);
    const own = said === 0 ? undefined : said === 1 ? hours : Math.min(hours ?? 2, 2);
    return [{ email, event: code, ...(own !== undefined && { hours: own }), proof }];
  });
}

function review(
  { email, zeal, years, segments, isOfTeam }: Life,
  { random, today, year }: Pick<Setting, 'random' | 'today' | 'year'>,
): readonly AcademyReview[] {
  const uai = segments[0]?.uai ?? '';
  return years.flatMap((Y): readonly AcademyReview[] => {
    if (!isOfTeam && !random.chance(0.3 + zeal / 5)) return [];
    const kind = !isOfTeam && random.chance(0.25) ? 'bilan' : 'point-etape';
    return [{ email, uai, on: Y === year ? today : `${Y + 1}-06-${10 + random.integer(15)}`, kind }];
  });
}

const KINDS = [
  'prise-en-main',
  'prise-en-main',
  'projet',
  'valorisation',
  'valorisation',
  'formation-animee',
];

function contribute({ email, at, zeal, years }: Life, random: Random): readonly AcademyContribution[] {
  return Array.from({ length: zeal * 2 }, (_, turn) => {
    const kind = random.pick([...KINDS, 'tutorat', 'ressource']);
    const isLinked = kind === 'valorisation' && random.chance(0.8);
    return {
      reference: `CON-${at}-${turn}`,
      email,
      kind,
      on: `${random.pick(years)}-09-01`,
      ...(isLinked && { link: `https://ressources.ac-dijon.example/${at}/${turn}` }),
      validated: random.chance(0.5),
    };
  });
}
