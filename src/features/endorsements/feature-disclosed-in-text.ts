import type { Uai } from '../../domain/uai.ts';

/** A person, and the schools at which words about the person may be written. */
export interface NamedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly emails: readonly string[];
}
export interface NamedSchool {
  readonly uai: Uai;
  readonly name: string;
  readonly commune: string;
}

/** The parts of a person's life that words tell: the name or a part of it, the initials, a school or its
 *  town. */
export type DisclosedFact = 'name' | 'initials' | 'school';

/** Words of many names of people and schools, which name no one. */
const PARTICLES = new Set(
  'd da das de del der des di dos du e el et l la le les van von y zu a au aux en sous sur'.split(' '),
);
const OF_SCHOOLS = new Set(
  (
    'agricole annexe campus centre cite clg college ecole enseignement ensemble erea etablissement etablissements ' +
    'general generale gt institut institution lgt lgta lp lpa lpo lt lycee metier metiers municipal notre polyvalent ' +
    'prive privee professionnel professionnelle public publique regional saint sainte scolaire section sep st ste ' +
    'superieur technique technologique'
  ).split(' '),
);

/** The parts that a text tells, whatever its accents, capitals and hyphens. In doubt a word counts as a name: the
 *  person is then asked once more, while a name that was not noticed is public. */
export function disclosedInText(
  text: string,
  person: NamedPerson,
  schools: readonly NamedSchool[],
): ReadonlySet<DisclosedFact> {
  const stated = new Set(plainTerms(text));
  const reported = new Set<DisclosedFact>();
  if (nameTerms(person).some((word) => stated.has(word)) || holdsAddress(text, person)) reported.add('name');
  if (holdsInitials(text, person)) reported.add('initials');
  if (schools.some((school) => schoolTerms(school).some((word) => stated.has(word)))) reported.add('school');
  return reported;
}

/** The words in lower case without accents. */
export function plainTerms(text: string): readonly string[] {
  return plain(text)
    .split(' ')
    .filter((word) => word !== '');
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Each part of the names, each name in one word, and the parts of the addresses before the `@`. */
function nameTerms({ givenName, familyName, emails }: NamedPerson): readonly string[] {
  const names = [givenName, familyName].flatMap((name) => {
    const parts = plainTerms(name);
    const telling = parts.filter((part) => part.length > 1 && !PARTICLES.has(part));
    return [...(telling.length > 0 ? telling : parts), parts.join('')];
  });
  const [given, family] = [plainTerms(givenName), plainTerms(familyName)];
  const together = [...given, ...family].join('');
  const logins = emails.map((email) => plainTerms(email.split('@')[0] ?? '').join(''));
  return [...names, together, [...family, ...given].join(''), ...logins].filter((word) => word.length > 1);
}

function holdsAddress(text: string, { emails }: NamedPerson): boolean {
  const stated = text.toLowerCase();
  return emails.some((email) => email !== '' && stated.includes(email.toLowerCase()));
}

/** « C. D. », « C.D. », « CD » and « J.-N. D. » for a person of these initials. Single letters in lower case are
 *  ordinary words, as in « il y a ». */
function holdsInitials(text: string, { givenName, familyName }: NamedPerson): boolean {
  const letters = (name: string, all: boolean) =>
    plainTerms(name)
      .filter((part) => all || !PARTICLES.has(part))
      .map((part) => part[0] ?? '')
      .join('');
  const [given, family] = [letters(givenName, true), letters(familyName, false)];
  const looked = [
    given + family,
    (given[0] ?? '') + family,
    given + letters(familyName, true),
    (given[0] ?? '') + (family[0] ?? ''),
    family + given,
  ].filter((initials) => initials.length > 1);
  return capitalRuns(text).some((run) => looked.some((initials) => run.includes(initials)));
}

/** The runs of capitals that stand alone or between dots and hyphens, in lower case: `J.-N. D.` gives `jnd`. */
function capitalRuns(text: string): readonly string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '');
  const runs: string[] = [];
  let run = '';
  for (const part of bare.split(/[\s.\-‐-―']+/u)) {
    const isCapitals = /^\p{Lu}{1,4}$/u.test(part);
    if (isCapitals) run += part.toLowerCase();
    else if (part !== '') {
      runs.push(run);
      run = '';
    }
  }
  return [...runs, run].filter((found) => found !== '');
}

/** The number of the school, and the words of its name and town that few other schools have. */
function schoolTerms({ uai, name, commune }: NamedSchool): readonly string[] {
  const telling = [name, commune].flatMap((text) =>
    plainTerms(text).filter((word) => word.length > 2 && !PARTICLES.has(word) && !OF_SCHOOLS.has(word)),
  );
  return [uai.toLowerCase(), ...telling];
}
