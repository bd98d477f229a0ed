import { type Contest, isSettled } from '../../features/contests/feature.ts';
import { withoutConfirmer } from '../engagement/fields.ts';
import {
  type RoleSettlement,
  type SettledConflicts,
  settleConflicts,
} from '../engagement/resolve-role-conflict.ts';
import type { RoleConflict } from '../engagement/role-conflict.ts';
import { DomainError } from '../errors.ts';
import type { PersonId } from '../ids.ts';
import { type Confirmation, type Engagement, isCountable } from '../records.ts';
import type { LocalDate } from '../time/calendar.ts';

/** A principal's answer to a request. */
export type PrincipalDecision =
  | { readonly kind: 'confirm' }
  | { readonly kind: 'reserve'; readonly reservation: string }
  | { readonly kind: 'contest'; readonly motive: string };

/** The person who decides. Their address is written on the engagement as its confirmer. */
export interface Decider {
  readonly personId: PersonId;
  readonly address: string;
}

/** An engagement on which a principal decides, with the records of its school. */
export interface ConfirmationCase {
  readonly engagement: Engagement;
  readonly by: Decider;
  readonly on: LocalDate;
  /** All engagements of the school, whatever their confirmation. */
  readonly others: readonly Engagement[];
  /** All contests of the school. */
  readonly contests: readonly Contest[];
  /** The decision on each single role that another person holds. */
  readonly settlements?: readonly RoleSettlement[];
}

/** The outcome of a principal's decision. */
export type ConfirmationOutcome =
  | ({ readonly kind: 'decided' } & SettledConflicts)
  /** Another person's countable engagement holds the same single role, and no settlement decides on it. */
  | { readonly kind: 'clash'; readonly clash: RoleConflict };

/** A principal's first or later decision on an engagement. Throws `own-engagement`, `role-day-outside`, and
 *  `contest-decided` where the DANE has decided on this engagement or on one that would lose a role. */
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

/** Settles the single roles of an engagement that is about to become countable, among the school's countable
 *  engagements. */
export function settleRoles(
  engagement: Engagement,
  { others, settlements = [], by, on }: Omit<ConfirmationCase, 'engagement' | 'contests'>,
) {
  const holders = others.filter(({ confirmation }) => isCountable(confirmation));
  return settleConflicts({ engagement, holders, settlements, decided: { by: by.address, on } });
}

const CONFIRMATION_OF = {
  confirm: 'confirmed',
  reserve: 'confirmed-with-reservation',
  contest: 'contested',
} as const satisfies Record<PrincipalDecision['kind'], Confirmation>;

/** The engagement with the new decision and without any trace of an earlier one. A contested engagement has no
 *  confirmer. */
export function decide(
  engagement: Engagement,
  { by, on }: Pick<ConfirmationCase, 'by' | 'on'>,
  confirmation: Confirmation,
): Engagement {
  const segment = withoutConfirmer(engagement);
  const confirmed = isCountable(confirmation) && { confirmedBy: by.address, confirmedOn: on };
  const decided = { by: by.address, on, from: segment.confirmation };
  return { ...segment, confirmation, ...confirmed, decided };
}
