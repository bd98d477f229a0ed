import type { Award, HolderChoice } from '../award/types.ts';
import { type Instant, localDateInParis } from '../time/calendar.ts';
import { type SchoolYear, schoolYearOf } from '../time/school-year.ts';

/** When a badge was awarded, as far as everybody may know. */
export type AwardedWhen =
  | { readonly kind: 'day'; readonly at: Instant }
  | { readonly kind: 'school-year'; readonly year: SchoolYear };

/** Whether a badge tells days. A nameless badge tells school years only: whoever knows a person's days would
 *  find the person by them (docs/rules.md, What a badge says). A school's badge always names the school. */
export function showsDays(
  { recipient }: Pick<Award, 'recipient'>,
  { name }: Pick<HolderChoice, 'name'>,
): boolean {
  return recipient.kind === 'establishment' || name !== 'none';
}

/** When the badge was awarded, as its holder chose to tell it. */
export function awardedWhen(
  award: Pick<Award, 'recipient' | 'grantedAt'>,
  choice: Pick<HolderChoice, 'name'>,
): AwardedWhen {
  const at = award.grantedAt;
  if (showsDays(award, choice)) return { kind: 'day', at };
  return { kind: 'school-year', year: schoolYearOf(localDateInParis(at)) };
}
