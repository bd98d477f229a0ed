import type { Engagement } from '../records.ts';
import type { LocalDate } from '../time/time.ts';

/** The references that the second part of a segment cut on this day may have, in the order in which they are
 *  tried: an earlier cut on the same day may have taken the first ones. */
export function cutReferences(
  { reference }: Pick<Engagement, 'reference'>,
  from: LocalDate,
): readonly [string, ...string[]] {
  const first = `${reference}-${from}`;
  return [first, ...[2, 3, 4, 5].map((turn) => `${first}-${turn}`)];
}
