import type { Award, IssuedCredential } from '../award/types.ts';
import type { YearFacts } from '../facts/types.ts';

/** An award with its signed badge. */
interface Issued {
  readonly award: Award;
  readonly credential: IssuedCredential;
}

/** The person's own badges that others see with a name or initials, and that state a school year in the same way as
 *  this badge. A reader of both can find the holder of the nameless one. Team badges name no person. */
export function namedLike<One extends Issued>(
  badge: Pick<Issued, 'award'>,
  own: readonly One[],
): readonly One[] {
  const stated = new Set(statedYears(badge.award).map(yearKey));
  return own.filter(
    (one) =>
      one.award.id !== badge.award.id &&
      isSeenWithName(one.credential) &&
      statedYears(one.award).some((year) => stated.has(yearKey(year))),
  );
}

function isSeenWithName({ choice, revocation, suspension, erasedAt }: IssuedCredential): boolean {
  const isSeen = choice.acceptance === 'accepted' && !choice.hidden;
  return isSeen && choice.name !== 'none' && !revocation && !suspension && !erasedAt;
}

/** How far two badges state the same school years: with other values or families, at other schools, or at the same. */
function sharedYears(one: Award, other: Award): 'other-years' | 'other-schools' | 'same-schools' {
  const [years, others] = [statedYears(one), statedYears(other)];
  const all = (isSame: (year: YearFacts, like: YearFacts) => boolean) =>
    years.length === others.length && years.every((year, at) => isSame(year, others[at] as YearFacts));
  if (!all((year, like) => yearKey(year) === yearKey(like))) return 'other-years';
  return all((year, like) => [...year.uais].sort().join() === [...like.uais].sort().join())
    ? 'same-schools'
    : 'other-schools';
}

/** How many people have a badge that shows the same. */
export interface PeopleAlike {
  readonly withoutSchools: number;
  readonly withSchools: number;
}

/** Counts the people whose badge shows the same as this one, the holder included, page after page. A number stops at
 *  `most`. `isShownAlike` compares everything but the school years, and is called only if it can change a number. */
export function makePeopleCount(
  award: Award,
  isShownAlike: (one: Award) => boolean,
  most: number,
): { add(page: readonly Award[]): void; isFull(): boolean; counted(): PeopleAlike } {
  const withoutSchools = new Set<string>();
  const withSchools = new Set<string>();
  const add = (one: Award) => {
    if (one.recipient.kind !== 'person') return;
    const places = sharedYears(one, award);
    if (places === 'other-years' || (places === 'other-schools' && withoutSchools.size >= most)) return;
    if (!isShownAlike(one)) return;
    withoutSchools.add(one.recipient.personId);
    if (places === 'same-schools') withSchools.add(one.recipient.personId);
  };
  return {
    add: (page) => page.forEach(add),
    isFull: () => withSchools.size >= most,
    counted: () => ({
      withoutSchools: Math.min(withoutSchools.size, most),
      withSchools: Math.min(withSchools.size, most),
    }),
  };
}

/** The school years that a person's badge states, as its evidence does. */
function statedYears({ evaluation: { facts } }: Award): readonly YearFacts[] {
  return facts.kind === 'person'
    ? facts.years.filter(({ value, covered }) => value > 0 || covered.length > 0)
    : [];
}

function yearKey({ year, value, families }: YearFacts): string {
  return JSON.stringify([year, value, families]);
}
