import type { PersonId } from '../ids.ts';
import type { Engagement } from '../records.ts';
import { type Instant, localDateInParis } from '../time/time.ts';
import { type ConfirmationRequest, silentSince } from './campaign.ts';
import { findClashes } from './single-role-clash.ts';

/** Why the DANE may not confirm a segment on documents. */
export type DocumentsRefusal = 'not-requested' | 'not-silent' | 'own-engagement' | 'role-clash';

export interface DocumentsDecision {
  readonly engagement: Engagement;
  /** Absent: its principal was never asked. */
  readonly request: ConfirmationRequest | undefined;
  /** Countable segments that hold a single role at that school. */
  readonly holders: readonly Engagement[];
  readonly by: PersonId;
  readonly now: Instant;
  /** Who is said to have confirmed. */
  readonly issuer: string;
}

/** The segment confirmed by the DANE on documents, or why it may not be: it still waits, its principal has been silent
 *  for 30 days, it is not the agent's own, and no other person holds its single role on a common day. */
export function confirmOnDocuments(decision: DocumentsDecision): Engagement | DocumentsRefusal {
  const { engagement, request, holders, by, now, issuer } = decision;
  if (engagement.confirmation !== 'requested') return 'not-requested';
  if (engagement.personId === by) return 'own-engagement';
  if (!request || request.requestedAt > silentSince(now)) return 'not-silent';
  if (findClashes(engagement, holders).length > 0) return 'role-clash';
  const on = localDateInParis(now);
  return {
    ...engagement,
    confirmation: 'confirmed-by-dane',
    confirmedBy: issuer,
    confirmedOn: on,
    decided: { by, on },
  };
}
