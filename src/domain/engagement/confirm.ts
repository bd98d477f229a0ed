import { DomainError } from '../errors.ts';
import type { PersonId } from '../ids.ts';
import { type Confirmation, type Engagement, isCountable } from '../records.ts';
import type { LocalDate } from '../time/time.ts';
import { type Contest, isSettled } from './contest.ts';
import { findClashes, type SingleRoleClash } from './single-role-clash.ts';

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
  readonly contests: readonly Contest[];
}

export type ConfirmationOutcome =
  | { readonly kind: 'decided'; readonly engagement: Engagement }
  /** Another person's countable segment holds the same single role: to be settled first. */
  | { readonly kind: 'clash'; readonly clash: SingleRoleClash };

/** Decides a segment for its principal, for the first time or anew. Throws `own-engagement`, and `contest-decided`
 *  where the DANE has decided on it. */
export function decideConfirmation(
  { engagement, by, on, others, contests }: ConfirmationCase,
  decision: PrincipalDecision,
): ConfirmationOutcome {
  if (by.personId === engagement.personId) throw new DomainError('own-engagement');
  if (isSettled(engagement.reference, contests)) throw new DomainError('contest-decided');
  const decided = decide(engagement, { by, on }, CONFIRMATION_OF[decision.kind]);
  if (decision.kind === 'contest') return { kind: 'decided', engagement: decided };
  const clash = findHeldRole(engagement, others);
  if (clash) return { kind: 'clash', clash };
  const reservation = decision.kind === 'reserve' && { reservation: decision.reservation };
  return { kind: 'decided', engagement: { ...decided, ...reservation } };
}

/** The clash that keeps a segment from being countable. */
export function findHeldRole(
  engagement: Engagement,
  others: readonly Engagement[],
): SingleRoleClash | undefined {
  const [clash] = findClashes(
    engagement,
    others.filter(({ confirmation }) => isCountable(confirmation)),
  );
  return clash;
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
  return { ...segment, confirmation, ...confirmed, decided: { by: by.address, on } };
}
