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
export function sharedYears(one: Award, other: Award): 'other-years' | 'other-schools' | 'same-schools' {
  const [years, others] = [statedYears(one), statedYears(other)];
  const all = (isSame: (year: YearFacts, like: YearFacts) => boolean) =>
    years.length === others.length && years.every((year, at) => isSame(year, others[at] as YearFacts));
  if (!all((year, like) => yearKey(year) === yearKey(like))) return 'other-years';
  return all((year, like) => [...year.uais].sort().join() === [...like.uais].sort().join())
    ? 'same-schools'
    : 'other-schools';
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
