import { composed } from './text/strings.ts';

/** The schools that screens, coverage and campaigns count: the public, non-agricultural ones, or all on
 *  record. */
export const SCHOOL_SCOPES = ['public', 'all'] as const;
export type SchoolScope = (typeof SCHOOL_SCOPES)[number];

/** The facts of a school by which people search it. */
export interface SearchedSchool {
  readonly uai: string;
  readonly type: string;
  readonly name: string;
  readonly commune: string;
  readonly postalCode: string;
  readonly department: string;
}

export interface FoundSchools<School> {
  /** Sorted by name, then by commune. */
  readonly schools: readonly School[];
  /** False if no school has every word. The schools are then those with the most words. */
  readonly whole: boolean;
}

/** One word of a search. */
interface SearchTerm {
  /** Beginnings of words, in lower case without accents. The school must have one of them. */
  readonly spellings: readonly string[];
  /** The weight of the word in the score. */
  readonly weight: number;
}

/** A word of the name, the place or the UAI weighs more than a word of the school's kind, such as « lycée »,
 *  which many schools have. */
const NAME_WEIGHT = 10;
const KIND_WEIGHT = 1;

/** Only this many words of a search are used. */
const MAX_SEARCH_TERMS = 8;

/** Small words that some spellings of a name have and others lack: « lycée le castel », « lycée du Castel
 *  ». */
const STOP_WORDS: ReadonlySet<string> = new Set(
  'a au aux d de des du en et l la le les lez s sous sur'.split(' '),
);

/** Words for the kind of a school, each with its usual short spellings. */
const KINDS: Readonly<Record<string, string>> = {
  agricole: 'agri agricole',
  college: 'clg col coll colege college colleges cllg',
  general: 'gal gen general generale',
  lycee: 'lyc lycee lycees licee',
  polyvalent: 'poly polyvalent',
  prive: 'prive privee',
  professionnel: 'pro prof profesionnel professionel professionnel',
  public: 'public publique',
  technologique: 'tech techno technique technologique',
};

/** Acronyms of kinds of school, in common use. */
const ACRONYMS: Readonly<Record<string, string>> = {
  leg: 'lycee general',
  legt: 'lycee general technologique',
  legta: 'lycee general technologique agricole',
  lep: 'lycee professionnel',
  lg: 'lycee general',
  lgt: 'lycee general technologique',
  lp: 'lycee professionnel',
  lpa: 'lycee professionnel agricole',
  lpo: 'lycee polyvalent',
  lpp: 'lycee professionnel prive',
  lt: 'lycee technologique',
};

const KIND_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(KINDS).flatMap(([kind, written]) =>
    written.split(' ').map((word): [string, string] => [word, kind]),
  ),
  ...Object.entries(ACRONYMS),
]);

/** Words of names that are often abbreviated. The space at the end asks for the whole word. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  st: ['saint ', 'st '],
  saint: ['saint', 'st '],
  ste: ['sainte', 'ste '],
  sainte: ['sainte', 'ste '],
  nd: ['notre', 'nd '],
};

/** The schools that have every word of a text in their kind, name, commune, postal code, département or UAI.
 *  Where there is none, the schools that have the most of the words, among them at least one word of the
 *  name. */
export function searchSchools<School extends SearchedSchool>(
  text: string,
  schools: readonly School[],
): FoundSchools<School> {
  const texts = schoolSearchTerms(text);
  const total = texts.reduce((sum, { weight }) => sum + weight, 0);
  const scored = schools.map((school) => ({ school, score: scoreOf(school, texts) }));
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  const whole = best === total;
  const isFound = best > 0 && (whole || best >= NAME_WEIGHT);
  const found = isFound ? scored.filter(({ score }) => score === best) : [];
  return {
    schools: found.map(({ school }) => school).toSorted(byNameAndCommune),
    whole: whole || found.length === 0,
  };
}

/** The sum of the weights of the words that the school has. */
function scoreOf(school: SearchedSchool, texts: readonly SearchTerm[]): number {
  const { type, name, commune, postalCode, department, uai } = school;
  const place = ` ${plainTerms([type, name, commune, postalCode, department, uai].join(' ')).join(' ')} `;
  return texts
    .filter(({ spellings }) => spellings.some((spelling) => place.includes(` ${spelling}`)))
    .reduce((sum, { weight }) => sum + weight, 0);
}

function byNameAndCommune(a: SearchedSchool, b: SearchedSchool): number {
  return a.name.localeCompare(b.name, 'fr') || a.commune.localeCompare(b.commune, 'fr');
}

/** The words to search for in a typed text, without accents, case, hyphens and small words, and with the
 *  usual abbreviations resolved. Empty if the text holds no letter and no digit. */
function schoolSearchTerms(text: string): readonly SearchTerm[] {
  const typed = plainTerms(text);
  const stated = typed.filter((word) => !STOP_WORDS.has(word));
  const texts = (stated.length > 0 ? stated : typed).slice(0, MAX_SEARCH_TERMS).flatMap(toSearchTerms);
  return [...new Map(texts.map((word) => [word.spellings.join('|'), word])).values()];
}

function toSearchTerms(word: string): readonly SearchTerm[] {
  const kinds = KIND_OF.get(word);
  if (kinds === undefined) return [{ spellings: SHORT[word] ?? [word], weight: NAME_WEIGHT }];
  return kinds.split(' ').map((kind) => ({ spellings: [kind], weight: KIND_WEIGHT }));
}

/** The words of a text: lower case, plain letters and figures. */
function plainTerms(text: string): readonly string[] {
  const bare = composed(text).toLowerCase().replaceAll('œ', 'oe').normalize('NFD').replace(/\p{M}/gu, '');
  return bare.split(/[^a-z0-9]+/).filter((word) => word !== '');
}
