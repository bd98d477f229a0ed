import { DomainError } from '../errors.ts';
import type { Engagement } from '../records.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from '../time/calendar.ts';
import type { Role } from './mission.ts';
import { findConflicts, type RoleConflict } from './role-conflict.ts';

/** The decision on a single role that another person holds, for the days on which both would hold it. */
export type RoleSettlement =
  /** The holder keeps the role. The newcomer is confirmed without it. */
  | { readonly kind: 'holder-keeps'; readonly role: Role }
  /** The newcomer holds the role from that day on. The holder keeps it until the day before. */
  | { readonly kind: 'newcomer-takes'; readonly role: Role; readonly from: LocalDate };

/** A holder's segment after a role was taken off some of its days. A change makes a new segment
 *  (docs/rules.md, Engagements). Confirmation, confirmer and day of confirmation stay the same. */
export interface RoleCut {
  readonly asRead: Engagement;
  /** Its first days, which keep the reference. */
  readonly engagement: Engagement;
  /** Its later days, under references derived from the first. */
  readonly cutOff: readonly Engagement[];
  readonly lost: readonly Role[];
}

/** A decided engagement and the engagements that may clash with it. */
export interface ConflictCase {
  /** The decided engagement, before its roles are settled. */
  readonly engagement: Engagement;
  /** Countable engagements of the school. */
  readonly holders: readonly Engagement[];
  readonly settlements: readonly RoleSettlement[];
  /** The author and day of the settlement, written on the holders' engagements and on the newcomer's. */
  readonly decided: NonNullable<Engagement['decided']>;
}

/** The newcomer's engagement with the roles left to it, and the cuts in the holders' engagements. */
export interface SettledConflicts {
  readonly engagement: Engagement;
  readonly cutOff: readonly Engagement[];
  readonly cuts: readonly RoleCut[];
  /** The settlements of roles that did clash. */
  readonly applied: readonly RoleSettlement[];
}

/** The outcome of settling the clashes of an engagement. */
export type ConflictOutcome =
  | ({ readonly kind: 'settled' } & SettledConflicts)
  /** No settlement decides on this clash. */
  | { readonly kind: 'clash'; readonly clash: RoleConflict };

/** The first day on which the newcomer may take the role: the earliest common day of these clashes. */
export function earliestTaking(conflicts: readonly RoleConflict[]): LocalDate | undefined {
  return conflicts.map(({ from }) => from).toSorted()[0];
}

/** Settles every clash of an engagement, each role by its settlement. Only the common days change: a holder who
 *  goes on after the newcomer has the role again. Throws `role-day-outside` where the day chosen is neither a
 *  common day nor the day after them. */
export function settleConflicts({
  engagement,
  holders,
  settlements,
  decided,
}: ConflictCase): ConflictOutcome {
  const conflicts = findConflicts(engagement, holders);
  const settled = new Map(settlements.map((one) => [one.role, one]));
  const open = conflicts.find(({ role }) => !settled.has(role));
  if (open) return { kind: 'clash', clash: open };
  const byRole = [...Map.groupBy(conflicts, ({ role }) => role)];
  const chosen = byRole.flatMap(([role, theirs]) => {
    const settlement = settled.get(role);
    return settlement ? [{ settlement, clashes: theirs }] : [];
  });
  for (const one of chosen) checkDay(engagement, one);
  const [own = engagement, ...cutOff] = takeRolesOff(
    engagement,
    chosen.map(({ settlement }) => lostByNewcomer(settlement)),
  );
  const applied = chosen.map(({ settlement }) => settlement);
  return { kind: 'settled', engagement: own, cutOff, cuts: cutHolders(engagement, chosen, decided), applied };
}

interface Chosen {
  readonly settlement: RoleSettlement;
  readonly clashes: readonly RoleConflict[];
}

/** A role that a person loses from day number `from` to day number `to`, both included. `from` may be −∞ (the
 *  role is lost from the first day of the engagement), and `to` may be +∞ (it is lost for good). */
interface RoleLoss {
  readonly role: Role;
  readonly from: number;
  readonly to: number;
}

function lostByNewcomer(settlement: RoleSettlement): RoleLoss {
  const { role } = settlement;
  const to = settlement.kind === 'holder-keeps' ? Infinity : toDayNumber(settlement.from) - 1;
  return { role, from: -Infinity, to };
}

function checkDay({ period }: Engagement, { settlement, clashes }: Chosen): void {
  if (settlement.kind === 'holder-keeps') return;
  const { from: day } = settlement;
  const first = earliestTaking(clashes);
  const last = Math.max(...clashes.map(({ to }) => (to ? toDayNumber(to) + 1 : Infinity)));
  const isInside = first && day >= first && toDayNumber(day) <= last && (!period.to || day <= period.to);
  if (!isInside) throw new DomainError('role-day-outside', { role: settlement.role });
}

function cutHolders(
  { period }: Engagement,
  chosen: readonly Chosen[],
  decided: ConflictCase['decided'],
): readonly RoleCut[] {
  const losses = chosen.flatMap(({ settlement, clashes }) => {
    if (settlement.kind === 'holder-keeps') return [];
    const from = toDayNumber(settlement.from);
    const loss: RoleLoss = { role: settlement.role, from, to: lastDayOf(period) };
    return clashes.map(({ holder }) => ({ holder, loss }));
  });
  return [...Map.groupBy(losses, ({ holder }) => holder)].flatMap(([asRead, theirs]) => {
    const parts = takeRolesOff(
      asRead,
      theirs.map(({ loss }) => loss),
    );
    const [first, ...rest] = parts.map((part) => ({
      ...part,
      decided: { ...decided, from: asRead.confirmation },
    }));
    // The holder loses nothing if their last day is before the chosen day.
    const isWhole = rest.length === 0 && first?.roles.length === asRead.roles.length;
    if (!first || isWhole) return [];
    return [{ asRead, engagement: first, cutOff: rest, lost: theirs.map(({ loss }) => loss.role) }];
  });
}

/** The engagement without these roles on these days, in as few parts as possible. The first part keeps the
 *  reference. */
function takeRolesOff(segment: Engagement, losses: readonly RoleLoss[]): readonly Engagement[] {
  const [first, last] = [toDayNumber(segment.period.from), lastDayOf(segment.period)];
  const starts = [first, ...losses.flatMap(({ from, to }) => [from, to + 1])]
    .filter((day) => day >= first && day <= last && Number.isFinite(day))
    .toSorted((a, b) => a - b);
  const rolesOn = (day: number) =>
    segment.roles.filter(
      (role) => !losses.some((loss) => loss.role === role && loss.from <= day && day <= loss.to),
    );
  const changes = starts.filter(
    (day, index) => index === 0 || rolesOn(day).join() !== rolesOn(starts[index - 1] ?? day).join(),
  );
  return changes.map((day, index) => {
    const from = fromDayNumber(day);
    const end = (changes[index + 1] ?? last + 1) - 1;
    return {
      ...segment,
      reference: index === 0 ? segment.reference : `${segment.reference}-${from}`,
      period: { from, ...(Number.isFinite(end) && { to: fromDayNumber(end) }) },
      roles: rolesOn(day),
    };
  });
}

function lastDayOf({ to }: Engagement['period']): number {
  return to ? toDayNumber(to) : Infinity;
}
