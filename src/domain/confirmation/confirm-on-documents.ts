import { type ConfirmationRequest, silentSince } from '../confirmation/confirmation-request.ts';
import { type RoleSettlement, type SettledClashes, settleClashes } from '../engagement/settle-clash.ts';
import type { PersonId } from '../ids.ts';
import type { Engagement } from '../records.ts';
import { type Instant, localDateInParis } from '../time/time.ts';

/** Why the DANE may not confirm a segment on documents. */
export type DocumentsRefusal = 'not-requested' | 'not-silent' | 'own-engagement' | 'role-clash';

/** A segment that the DANE wants to confirm on documents, with the records that decide whether it may. */
export interface DocumentsDecision {
  readonly engagement: Engagement;
  /** Absent where the principal was never asked. */
  readonly request: ConfirmationRequest | undefined;
  /** The heads of the school. */
  readonly heads: readonly PersonId[];
  /** Countable segments that hold a single role at that school. */
  readonly holders: readonly Engagement[];
  /** The decision on each single role that another person holds. */
  readonly settlements?: readonly RoleSettlement[];
  readonly by: PersonId;
  readonly now: Instant;
  /** Name of the authority that the segment shows as its confirmer. */
  readonly issuer: string;
}

/** The segment confirmed by the DANE on documents, or the reason why it may not be. The segment must still
 *  wait, and must not be the agent's own. Its principal must have been silent for 30 days, or be the teacher
 *  of the segment. Where another person holds its single role on a common day, a settlement must decide on
 *  that role. Throws `role-day-outside`. */
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

/** Whether only the DANE can answer, because the only head of the school is the teacher of the segment. */
export function isForDaneAlone({ personId }: Engagement, heads: readonly PersonId[]): boolean {
  return heads.length > 0 && heads.every((id) => id === personId);
}
