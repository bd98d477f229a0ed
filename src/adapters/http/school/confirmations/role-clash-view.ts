import type { Role } from '../../../../domain/engagement/mission.ts';
import { earliestTaking } from '../../../../domain/engagement/settle-clash.ts';
import { findClashes, type SingleRoleClash } from '../../../../domain/engagement/single-role-clash.ts';
import { type Engagement, isCountable, type Person } from '../../../../domain/records.ts';
import { nameOf, periodWords, type Wording } from '../segment-view.ts';

/** One single role that others hold, in words, as long as nobody said what becomes of it. */
export interface RoleClashView {
  readonly role: Role;
  readonly label: string;
  readonly newcomer: string;
  /** Those who hold it, by name. */
  readonly holders: string;
  /** Each with the days of the segment and the common ones. */
  readonly details: readonly string[];
  /** The first day on which the newcomer may take it. */
  readonly from: string;
  readonly fromWords: string;
  /** The DANE decided on a holder's segment, and whoever looks may not move that. */
  readonly fixed: boolean;
}

interface ClashContext {
  readonly people: readonly Person[];
  readonly wording: Wording;
  /** Whether whoever looks may not move this holder's segment. */
  readonly isFixed?: (holder: Engagement) => boolean;
}

/** The roles of a segment that stand against its confirmation, each with its holders. */
export function roleClashViews(
  engagement: Engagement,
  others: readonly Engagement[],
  { people, wording, isFixed = () => false }: ClashContext,
): readonly RoleClashView[] {
  const { t } = wording;
  const holders = others.filter(({ confirmation }) => isCountable(confirmation));
  const name = ({ personId }: Engagement) => {
    const person = people.find(({ id }) => id === personId);
    return person ? nameOf(person) : '';
  };
  const byRole = Map.groupBy(findClashes(engagement, holders), ({ role }) => role);
  return [...byRole].map(([role, clashes]) => {
    const from = earliestTaking(clashes) ?? engagement.period.from;
    return {
      role,
      label: t.records.roles[role],
      newcomer: name(engagement),
      holders: [...new Set(clashes.map(({ holder }) => name(holder)))].join(', '),
      details: clashes.map(({ holder, ...common }) =>
        t.school.decisions.settle.holder(
          name(holder),
          periodWords(holder.period, wording),
          periodWords(common, wording),
        ),
      ),
      from,
      fromWords: t.day(from),
      fixed: clashes.some(({ holder }) => isFixed(holder)),
    };
  });
}

/** Role, holder and common days, in words. */
export function clashWords(
  { role, holder, from, to }: SingleRoleClash,
  { people }: { readonly people: readonly Person[] },
  wording: Wording,
): readonly [string, string, string] {
  const days = periodWords({ from, ...(to && { to }) }, wording);
  const person = people.find(({ id }) => id === holder.personId);
  return [wording.t.records.roles[role], person ? nameOf(person) : '', days];
}
