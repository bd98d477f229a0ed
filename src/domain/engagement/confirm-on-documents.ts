import type { PersonId } from '../ids.ts';
import type { Engagement } from '../records.ts';
import { type Instant, localDateInParis } from '../time/time.ts';
import { type ConfirmationRequest, silentSince } from './campaign.ts';
import { type RoleSettlement, type SettledClashes, settleClashes } from './settle-clash.ts';

/** Why the DANE may not confirm a segment on documents. */
export type DocumentsRefusal = 'not-requested' | 'not-silent' | 'own-engagement' | 'role-clash';

export interface DocumentsDecision {
  readonly engagement: Engagement;
  /** Absent: its principal was never asked. */
  readonly request: ConfirmationRequest | undefined;
  /** Who heads the school. */
  readonly heads: readonly PersonId[];
  /** Countable segments that hold a single role at that school. */
  readonly holders: readonly Engagement[];
  /** What becomes of the single roles that others hold. */
  readonly settlements?: readonly RoleSettlement[];
  readonly by: PersonId;
  readonly now: Instant;
  /** Who is said to have confirmed. */
  readonly issuer: string;
}

/** The segment confirmed by the DANE on documents, or why it may not be: it still waits, its principal has been silent for
 *  30 days or is its own teacher, it is not the agent's own, and no other person holds its single role on a common day,
 *  unless it was said what becomes of that role. Throws `role-day-outside`. */
export function confirmOnDocuments(decision: DocumentsDecision): SettledClashes | DocumentsRefusal {
  const { engagement, request, heads, holders, settlements = [], by, now, issuer } = decision;
  if (engagement.confirmation !== 'requested') return 'not-requested';
  if (engagement.personId === by) return 'own-engagement';
  const isDue = isForDaneAlone(engagement, heads) || (request && request.requestedAt <= silentSince(now));
  if (!isDue) return 'not-silent';
  const decided = { by, on: localDateInParis(now), from: engagement.confirmation };
  const confirmed: Engagement = {
    ...engagement,
    confirmation: 'confirmed-by-dane',
    confirmedBy: issuer,
    confirmedOn: decided.on,
    decided,
  };
  const outcome = settleClashes({ engagement: confirmed, holders, settlements, decided });
  if (outcome.kind === 'clash') return 'role-clash';
  const { kind: _, ...settled } = outcome;
  return settled;
}

/** Whether nobody but the DANE can answer: whoever heads the school would confirm their own engagement. */
export function isForDaneAlone({ personId }: Engagement, heads: readonly PersonId[]): boolean {
  return heads.length > 0 && heads.every((id) => id === personId);
}
