import { composed } from './composed.ts';

/** What people know of a school. */
export interface SearchedSchool {
  readonly uai: string;
  readonly type: string;
  readonly name: string;
  readonly commune: string;
  readonly postalCode: string;
  readonly department: string;
}

/** What a search found. */
export interface FoundSchools<School> {
  /** By name and commune. */
  readonly schools: readonly School[];
  /** False where no school has every word: then these have the most of them. */
  readonly whole: boolean;
}

/** A word of a search for a school. */
interface SearchWord {
  /** Beginnings of words in lower case without accents, one of which the school must have. */
  readonly spellings: readonly string[];
  /** What finding it adds to the score. */
  readonly weight: number;
}

/** A word of a name, of a place or of a UAI says more than a word of the school's kind: many are a lycée. */
const NAME_WEIGHT = 10;
const KIND_WEIGHT = 1;

/** Further words of a search are ignored. */
const MOST_WORDS = 8;

/** Words that names have or lack at will: « lycée le castel », « lycée du Castel ». */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a au aux d de des du en et l la le les lez s sous sur'.split(' '),
);

/** Words of a school's kind, each with what people write for it. */
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

/** Acronyms of kinds, as written on doors and in mail. */
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

/** Words of names that are written short; the space asks for the whole word. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  st: ['saint ', 'st '],
  saint: ['saint', 'st '],
  ste: ['sainte', 'ste '],
  sainte: ['sainte', 'ste '],
  nd: ['notre', 'nd '],
};

/** The schools with every word of a text in their kind, name, commune, postal code, département or UAI. Where there
 *  is none, those with the most of the words, and one word of a name at least. */
export function searchSchools<School extends SearchedSchool>(
  text: string,
  schools: readonly School[],
): FoundSchools<School> {
  const words = schoolSearchWords(text);
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const scored = schools.map((school) => ({ school, score: scoreOf(school, words) }));
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  const whole = best === total;
  const isFound = best > 0 && (whole || best >= NAME_WEIGHT);
  const found = isFound ? scored.filter(({ score }) => score === best) : [];
  return {
    schools: found.map(({ school }) => school).toSorted(byNameAndCommune),
    whole: whole || found.length === 0,
  };
}

/** The weights of the words that some word of the school begins with. */
function scoreOf(school: SearchedSchool, words: readonly SearchWord[]): number {
  const { type, name, commune, postalCode, department, uai } = school;
  const place = ` ${plainWords([type, name, commune, postalCode, department, uai].join(' ')).join(' ')} `;
  return words
    .filter(({ spellings }) => spellings.some((spelling) => place.includes(` ${spelling}`)))
    .reduce((sum, { weight }) => sum + weight, 0);
}

function byNameAndCommune(a: SearchedSchool, b: SearchedSchool): number {
  return a.name.localeCompare(b.name, 'fr') || a.commune.localeCompare(b.commune, 'fr');
}

/** What to look for, for a text that somebody typed: accents, case, hyphens, small words and the usual
 *  abbreviations aside. Empty where the text holds no letter and no figure. */
function schoolSearchWords(text: string): readonly SearchWord[] {
  const typed = plainWords(text);
  const said = typed.filter((word) => !SMALL_WORDS.has(word));
  const words = (said.length > 0 ? said : typed).slice(0, MOST_WORDS).flatMap(toSearchWords);
  return [...new Map(words.map((word) => [word.spellings.join('|'), word])).values()];
}

function toSearchWords(word: string): readonly SearchWord[] {
  const kinds = KIND_OF.get(word);
  if (kinds === undefined) return [{ spellings: SHORT[word] ?? [word], weight: NAME_WEIGHT }];
  return kinds.split(' ').map((kind) => ({ spellings: [kind], weight: KIND_WEIGHT }));
}

/** The words of a text: lower case, plain letters and figures. */
function plainWords(text: string): readonly string[] {
  const bare = composed(text).toLowerCase().replaceAll('œ', 'oe').normalize('NFD').replace(/\p{M}/gu, '');
  return bare.split(/[^a-z0-9]+/).filter((word) => word !== '');
}
