import { earliestTaking } from '../../../../domain/engagement/settle-clash.ts';
import { findClashes, type SingleRoleClash } from '../../../../domain/engagement/single-role-clash.ts';
import { type Engagement, isCountable, type Person } from '../../../../domain/records.ts';
import { nameOf, periodWords } from '../../engagements/engagement-words.ts';
import type { Wording } from '../../shell/wording.ts';

/** One single role that other people hold, in words, until it is settled. */
export type RoleClashView = ReturnType<typeof roleClashViews>[number];

interface ClashContext {
  readonly people: readonly Person[];
  readonly wording: Wording;
  /** Whether the viewer may not change this holder's segment. */
  readonly isFixed?: (holder: Engagement) => boolean;
}

/** The roles of a segment that prevent its confirmation, each with its holders. */
export function roleClashViews(
  engagement: Engagement,
  others: readonly Engagement[],
  { people, wording, isFixed = () => false }: ClashContext,
) {
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
      /** Names of the holders. */
      holders: [...new Set(clashes.map(({ holder }) => name(holder)))].join(', '),
      /** Each holder with the days of their segment and the common days. */
      details: clashes.map(({ holder, ...common }) =>
        t.school.decisions.settle.holder(
          name(holder),
          periodWords(holder.period, wording),
          periodWords(common, wording),
        ),
      ),
      /** The first day on which the newcomer may take the role. */
      from,
      fromWords: t.day(from),
      /** The DANE decided on a holder's segment, and the viewer may not change that. */
      fixed: clashes.some(({ holder }) => isFixed(holder)),
    };
  });
}

/** The role, its holder and the common days, in words. */
export function clashWords(
  { role, holder, from, to }: SingleRoleClash,
  { people }: { readonly people: readonly Person[] },
  wording: Wording,
): readonly [string, string, string] {
  const days = periodWords({ from, ...(to && { to }) }, wording);
  const person = people.find(({ id }) => id === holder.personId);
  return [wording.t.records.roles[role], person ? nameOf(person) : '', days];
}
