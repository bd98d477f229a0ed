import type { Engagement } from '../records.ts';
import type { LocalDate } from '../time/time.ts';

/** The possible references for the second part of a segment that is cut on this day, in the order in which
 *  they are tried. Earlier cuts on the same day may have used the first ones. */
export function cutReferences(
  { reference }: Pick<Engagement, 'reference'>,
  from: LocalDate,
): readonly [string, ...string[]] {
  const first = `${reference}-${from}`;
  return [first, ...[2, 3, 4, 5].map((turn) => `${first}-${turn}`)];
}
