import { type Role, SINGLE_ROLES } from '../../../domain/engagement/mission.ts';
import { type Engagement, isCountable } from '../../../domain/records.ts';
import { type Period, toDayNumber } from '../../../domain/time/calendar.ts';
import type { LastLines, Span } from './later-lines.ts';

/** A number later than any day, for comparing with an open end. */
const OPEN_END = 0x7fffffff;

export interface Conflict {
  readonly role: Role;
  /** Reference of the engagement that holds the role. */
  readonly reference: string;
}

/** The holders of the single roles on the days of a batch, updated line by line. */
export interface SingleRoles {
  /** The single role that another person's countable engagement holds at the school on a common day. */
  findConflict(engagement: Engagement, position: number): Conflict | undefined;
  /** Makes the engagement count for the lines that follow. */
  remember(engagement: Engagement): void;
}

export function singleRolesOf(roles: readonly Role[]): readonly Role[] {
  return SINGLE_ROLES.filter((role) => roles.includes(role));
}

/** The single roles of the engagement as bits, with its school and days. */
export function toSpan({ uai, roles, period }: Pick<Engagement, 'uai' | 'roles' | 'period'>): Span {
  const bits = singleRolesOf(roles).reduce((sum, role) => sum | (1 << SINGLE_ROLES.indexOf(role)), 0);
  return { place: uai, bits, from: toDayNumber(period.from), to: lastDay(period) };
}

function lastDay({ to }: Period): number {
  return to ? toDayNumber(to) : OPEN_END;
}

/** Makes the set of holders. `stored` are the countable holders in the database. If a later line of the
 *  import is about a holder, that holder counts only if the line also holds the role. A role that ends in
 *  the same import thus causes no clash, whatever the order of lines and files, and a second import changes
 *  nothing. */
export function makeSingleRoles(stored: readonly Engagement[], lastLines: LastLines): SingleRoles {
  const placeOf = new Map<string, string>();
  const holders = new Map<string, Map<string, Engagement>>();
  const forget = (reference: string) => {
    holders.get(placeOf.get(reference) ?? '')?.delete(reference);
    placeOf.delete(reference);
  };
  const add = (engagement: Engagement) => {
    const { reference, uai } = engagement;
    const there = holders.get(uai) ?? new Map<string, Engagement>();
    holders.set(uai, there.set(reference, engagement));
    placeOf.set(reference, uai);
  };
  for (const engagement of stored) add(engagement);
  return {
    remember(engagement) {
      forget(engagement.reference);
      if (isCountable(engagement.confirmation) && singleRolesOf(engagement.roles).length > 0) add(engagement);
    },
    findConflict(engagement, position) {
      const span = toSpan(engagement);
      for (const holder of holders.get(engagement.uai)?.values() ?? []) {
        const isLater = lastLines.lastLineOf(holder.reference) > position;
        const role = commonRoles(engagement, holder).find(
          (one) => !isLater || lastLines.meets(holder.reference, { ...span, bits: bitOf(one) }),
        );
        if (role) return { role, reference: holder.reference };
      }
      return undefined;
    },
  };
}

function bitOf(role: Role): number {
  return 1 << SINGLE_ROLES.indexOf(role);
}

/** The single roles that both engagements hold on a common day; none for two engagements of one person. */
function commonRoles(one: Engagement, other: Engagement): readonly Role[] {
  if (one.personId === other.personId || one.reference === other.reference) return [];
  if (!overlap(one.period, other.period)) return [];
  return singleRolesOf(one.roles).filter((role) => other.roles.includes(role));
}

/** Whether two periods have a common day. Local dates compare as texts. */
function overlap(one: Period, other: Period): boolean {
  return (!other.to || one.from <= other.to) && (!one.to || other.from <= one.to);
}
