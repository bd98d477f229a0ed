import { type Decider, decide, settleRoles } from '../../domain/confirmation/confirm.ts';
import { isFieldWithin } from '../../domain/engagement/content.ts';
import type { RoleCut, RoleSettlement } from '../../domain/engagement/resolve-role-conflict.ts';
import type { RoleConflict } from '../../domain/engagement/role-conflict.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Engagement } from '../../domain/records.ts';
import { daysAfter, type LocalDate } from '../../domain/time/calendar.ts';
import type { ContestOutcome } from './feature.ts';

/** The part of a contested engagement that the DANE confirms. */
export type ConfirmedContent = Pick<Engagement, 'period' | 'missions' | 'roles'>;

/** The DANE's decision; a partial one names the part that it confirms. */
export type ContestVerdict =
  | { readonly outcome: Exclude<ContestOutcome, 'partial'> }
  | { readonly outcome: 'partial'; readonly kept: ConfirmedContent };

/** A contested engagement, with the records that its decision depends on. */
export interface ContestCase {
  readonly engagement: Engagement;
  readonly by: Decider;
  readonly on: LocalDate;
  readonly others: readonly Engagement[];
  /** The decision on each single role that another person holds. */
  readonly settlements?: readonly RoleSettlement[];
  /** Makes a reference that no engagement has. */
  readonly newReference: () => string;
}

/** The engagements after the decision. */
export type ContestResult =
  | {
      readonly kind: 'decided';
      /** The engagement that keeps the reference. */
      readonly engagement: Engagement;
      /** The parts cut off, each with its own reference. They stay contested, except the days that were cut
       *  off only to take a single role away: these are confirmed. */
      readonly rest: readonly Engagement[];
      /** Other people's engagements that lose a single role. */
      readonly cuts: readonly RoleCut[];
      readonly applied: readonly RoleSettlement[];
    }
  | { readonly kind: 'clash'; readonly clash: RoleConflict };

/** Decides a contest (docs/rules.md, Contests). Maintained: the engagement stays contested. Lifted: the DANE
 *  confirms it. Partial: the DANE confirms one part, and the rest stays contested. Throws `not-a-part` where
 *  the part is not inside the engagement, `own-engagement`, `role-day-outside`. */
export function decideContest(contestCase: ContestCase, verdict: ContestVerdict): ContestResult {
  const { engagement, by } = contestCase;
  if (by.personId === engagement.personId) throw new DomainError('own-engagement');
  if (verdict.outcome === 'maintained') {
    const contested = decide(engagement, contestCase, 'contested');
    return { kind: 'decided', engagement: contested, rest: [], cuts: [], applied: [] };
  }
  const saved = verdict.outcome === 'partial' ? { ...engagement, ...verdict.kept } : engagement;
  const rest = verdict.outcome === 'partial' ? cutOff(engagement, verdict.kept) : [];
  const settled = settleRoles(decide(saved, contestCase, 'confirmed-by-dane'), contestCase);
  if (settled.kind === 'clash') return settled;
  const contested = rest.map((part) => ({
    ...decide({ ...engagement, ...part }, contestCase, 'contested'),
    reference: contestCase.newReference(),
  }));
  return {
    kind: 'decided',
    engagement: settled.engagement,
    rest: [...settled.cutOff, ...contested],
    cuts: settled.cuts,
    applied: settled.applied,
  };
}

/** The parts of the engagement outside the kept part: its days before and after, and its other missions and
 *  roles on the kept days. */
function cutOff(whole: Engagement, saved: ConfirmedContent): readonly ConfirmedContent[] {
  if (!isWithin(whole, saved)) throw new DomainError('not-a-part');
  const { missions, roles, period } = whole;
  const before = daysAfter(saved.period.from, -1);
  const rest: ConfirmedContent[] = [];
  if (period.from <= before) rest.push({ missions, roles, period: { from: period.from, to: before } });
  const otherMissions = missions.filter((mission) => !saved.missions.includes(mission));
  const otherRoles = roles.filter((role) => !saved.roles.includes(role));
  if (otherMissions.length + otherRoles.length > 0) {
    // An engagement must name a mission. Where only roles are left, they keep the missions next to which they were
    // held.
    const named = otherMissions.length > 0 ? otherMissions : saved.missions;
    rest.push({ missions: named, roles: otherRoles, period: saved.period });
  }
  if (saved.period.to !== undefined) {
    const from = daysAfter(saved.period.to, 1);
    if (period.to === undefined || from <= period.to) {
      rest.push({ missions, roles, period: { from, ...(period.to && { to: period.to }) } });
    }
  }
  if (rest.length === 0) throw new DomainError('not-a-part');
  return rest;
}

function isWithin(whole: Engagement, saved: ConfirmedContent): boolean {
  const { period, missions } = saved;
  const isCovered = (['period', 'missions', 'roles'] as const).every((field) =>
    isFieldWithin(field, saved, whole),
  );
  return isCovered && missions.length > 0 && (period.to === undefined || period.to >= period.from);
}
