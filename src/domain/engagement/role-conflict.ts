import type { Engagement } from '../records.ts';
import { fromDayNumber, type LocalDate } from '../time/calendar.ts';
import { intersect, toDaySpan } from '../time/day-spans.ts';
import { type Role, SINGLE_ROLES } from './mission.ts';

/** Two people hold, on a common day, a role that only one may hold at a school (docs/rules.md, Single
 *  roles). */
export interface RoleConflict {
  readonly role: Role;
  /** The other person's engagement. */
  readonly holder: Engagement;
  /** First and last common day. The last is absent if both engagements are open. */
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** The clashes of an engagement with other engagements, whatever their confirmation. Two engagements of one person
 *  never clash. */
export function findConflicts(
  engagement: Pick<Engagement, 'personId' | 'uai' | 'roles' | 'period'>,
  others: readonly Engagement[],
): readonly RoleConflict[] {
  const held = SINGLE_ROLES.filter((role) => engagement.roles.includes(role));
  if (held.length === 0) return [];
  return others.flatMap((holder) => {
    if (holder.personId === engagement.personId || holder.uai !== engagement.uai) return [];
    const common = intersect(toDaySpan(engagement.period), toDaySpan(holder.period));
    if (!common) return [];
    const days = {
      from: fromDayNumber(common.from),
      ...(Number.isFinite(common.to) && { to: fromDayNumber(common.to) }),
    };
    return held.filter((role) => holder.roles.includes(role)).map((role) => ({ role, holder, ...days }));
  });
}
