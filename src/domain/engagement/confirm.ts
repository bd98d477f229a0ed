import { DomainError } from '../errors.ts';
import type { PersonId } from '../ids.ts';
import { type Confirmation, type Engagement, isCountable } from '../records.ts';
import type { LocalDate } from '../time/time.ts';
import { type Contest, isSettled } from './contest.ts';
import { type RoleSettlement, type SettledClashes, settleClashes } from './settle-clash.ts';
import type { SingleRoleClash } from './single-role-clash.ts';

/** What a principal answers to a request. */
export type PrincipalDecision =
  | { readonly kind: 'confirm' }
  | { readonly kind: 'reserve'; readonly reservation: string }
  | { readonly kind: 'contest'; readonly motive: string };

/** Who decides: the address stands on the segment as its author. */
export interface Decider {
  readonly personId: PersonId;
  readonly address: string;
}

export interface ConfirmationCase {
  readonly engagement: Engagement;
  readonly by: Decider;
  readonly on: LocalDate;
  /** The segments of the school, whatever their confirmation. */
  readonly others: readonly Engagement[];
  /** Those of the school. */
  readonly contests: readonly Contest[];
  /** What becomes of the single roles that others hold. */
  readonly settlements?: readonly RoleSettlement[];
}

export type ConfirmationOutcome =
  | ({ readonly kind: 'decided' } & SettledClashes)
  /** Another person's countable segment holds the same single role, and nothing was said of it. */
  | { readonly kind: 'clash'; readonly clash: SingleRoleClash };

/** Decides a segment for its principal, for the first time or anew. Throws `own-engagement`, `role-day-outside`, and
 *  `contest-decided` where the DANE has decided on it, or on a segment that a role would be taken off. */
export function decideConfirmation(
  confirmationCase: ConfirmationCase,
  decision: PrincipalDecision,
): ConfirmationOutcome {
  const { engagement, by, on, contests } = confirmationCase;
  if (by.personId === engagement.personId) throw new DomainError('own-engagement');
  if (isSettled(engagement.reference, contests)) throw new DomainError('contest-decided');
  const decided = decide(engagement, { by, on }, CONFIRMATION_OF[decision.kind]);
  if (decision.kind === 'contest') {
    return { kind: 'decided', engagement: decided, cutOff: [], cuts: [], applied: [] };
  }
  const reservation = decision.kind === 'reserve' && { reservation: decision.reservation };
  const outcome = settleRoles({ ...decided, ...reservation }, confirmationCase);
  if (outcome.kind === 'clash') return outcome;
  if (outcome.cuts.some(({ asRead }) => isSettled(asRead.reference, contests))) {
    throw new DomainError('contest-decided');
  }
  return { ...outcome, kind: 'decided' };
}

/** A segment that is to be countable, with the single roles that are left to it among the school's countable ones. */
export function settleRoles(
  engagement: Engagement,
  { others, settlements = [], by, on }: Omit<ConfirmationCase, 'engagement' | 'contests'>,
) {
  const holders = others.filter(({ confirmation }) => isCountable(confirmation));
  return settleClashes({ engagement, holders, settlements, decided: { by: by.address, on } });
}

/** A segment as one text: whoever decides has seen that, and not what its teacher or somebody else made of it since. */
export function toSeen({ reference, period, missions, roles, confirmation, uai }: Engagement): string {
  return [reference, uai, period.from, period.to ?? '', missions, roles, confirmation].join(' ');
}

const CONFIRMATION_OF = {
  confirm: 'confirmed',
  reserve: 'confirmed-with-reservation',
  contest: 'contested',
} as const satisfies Record<PrincipalDecision['kind'], Confirmation>;

/** The segment as decided: no word of an earlier decision stays. A contested one is confirmed by nobody. */
export function decide(
  { confirmedBy: _by, confirmedOn: _on, reservation: _reservation, ...segment }: Engagement,
  { by, on }: Pick<ConfirmationCase, 'by' | 'on'>,
  confirmation: Confirmation,
): Engagement {
  const confirmed = isCountable(confirmation) && { confirmedBy: by.address, confirmedOn: on };
  const decided = { by: by.address, on, from: segment.confirmation };
  return { ...segment, confirmation, ...confirmed, decided };
}
