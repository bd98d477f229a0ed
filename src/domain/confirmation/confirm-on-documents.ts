import { isToRenew } from '../engagement/renewal.ts';
import {
  type RoleSettlement,
  type SettledConflicts,
  settleConflicts,
} from '../engagement/resolve-role-conflict.ts';
import type { PersonId } from '../ids.ts';
import type { Engagement } from '../records.ts';
import { type Instant, localDateInParis } from '../time/calendar.ts';
import { firstDayOf, schoolYearOf } from '../time/school-year.ts';
import { type ConfirmationRequest, silentSince } from './request.ts';

/** Why the DANE may not confirm an engagement on documents. */
export type DocumentsRejection = 'not-requested' | 'not-silent' | 'own-engagement' | 'role-clash';

/** An engagement that the DANE wants to confirm on documents, with the records that decide whether it may. */
export interface DocumentsDecision {
  readonly engagement: Engagement;
  /** Absent if the principal was never asked. */
  readonly request: ConfirmationRequest | undefined;
  /** The heads of the school. */
  readonly heads: readonly PersonId[];
  /** Countable engagements that hold a single role at that school. */
  readonly holders: readonly Engagement[];
  /** The decision on each single role that another person holds. */
  readonly settlements?: readonly RoleSettlement[];
  readonly by: PersonId;
  readonly now: Instant;
  /** Name of the authority that the engagement shows as its confirmer. */
  readonly issuer: string;
}

/** The engagement confirmed by the DANE on documents, or the reason why it may not be. The engagement must still
 *  wait or be to be renewed, and must not be the agent's own. Its principal must have been silent for 30 days, or be
 *  the teacher of the engagement; a renewal also needs no head to ask where there is none. An engagement that is renewed
 *  stays as it is, with its reservation. Where another person holds its single role on a common day, a settlement must decide on
 *  that role. Throws `role-day-outside`. */
export function confirmOnDocuments(decision: DocumentsDecision): SettledConflicts | DocumentsRejection {
  const { engagement, request, heads, holders, settlements = [], by, now, issuer } = decision;
  const on = localDateInParis(now);
  const isRequested = engagement.confirmation === 'requested';
  if (!isRequested && !isToRenew(engagement, schoolYearOf(on))) return 'not-requested';
  if (engagement.personId === by) return 'own-engagement';
  // A request of an earlier year asked for something else than the renewal.
  const requestedFrom = isRequested ? '' : firstDayOf(schoolYearOf(on));
  const isSilent = request && request.requestedAt >= requestedFrom && request.requestedAt <= silentSince(now);
  const isNoOneToAsk = !isRequested && heads.length === 0;
  if (!isSilent && !isNoOneToAsk && !isForDaneAlone(engagement, heads)) return 'not-silent';
  const decided = { by, on, from: engagement.confirmation };
  const confirmed: Engagement = {
    ...engagement,
    ...(isRequested && { confirmation: 'confirmed-by-dane' }),
    confirmedBy: issuer,
    confirmedOn: decided.on,
    decided,
  };
  const outcome = settleConflicts({ engagement: confirmed, holders, settlements, decided });
  if (outcome.kind === 'clash') return 'role-clash';
  const { kind: _, ...settled } = outcome;
  return settled;
}

/** Whether only the DANE can answer, because the only head of the school is the teacher of the engagement. */
export function isForDaneAlone({ personId }: Engagement, heads: readonly PersonId[]): boolean {
  return heads.length > 0 && heads.every((id) => id === personId);
}
