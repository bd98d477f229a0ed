import type { ContestOutcome } from './contest/contest.ts';
import type { JobCommand } from './job/job.ts';
import type { Confirmation } from './records.ts';
import type { Instant } from './time/time.ts';

/** Actions about a person, an award or a credential. The person's history puts each into words. */
export type HistoryAction =
  | 'person-changed'
  | 'people-merged'
  | 'person-exported'
  | 'identity-linked'
  | 'sign-in-doubt-settled'
  | 'signed-in'
  | 'signed-out-here'
  | 'signed-out-everywhere'
  | 'session-ended'
  | 'headship-declared'
  | 'headship-withdrawn'
  | 'headship-checked'
  | 'mail-chosen'
  | 'engagement-declared'
  | 'engagement-redeclared'
  | 'engagement-withdrawn'
  | `engagement-${Confirmation}`
  | 'engagement-confirmed-on-documents'
  | 'engagement-role-taken'
  | 'engagement-change-proposed'
  | 'engagement-change-withdrawn'
  | 'engagement-change-refused'
  | 'engagement-end'
  | 'engagement-missions'
  | 'engagement-correction'
  | 'engagement-entered'
  | 'engagement-removed'
  | 'missions-proposed'
  | 'mission-proposal-accepted'
  | 'mission-proposal-declined'
  | 'mission-proposal-withdrawn'
  | 'mission-sharing-said'
  | 'contest-answered'
  | `contest-${ContestOutcome}`
  | 'contribution-added'
  | 'contribution-changed'
  | 'contribution-removed'
  | 'contribution-validated'
  | 'contribution-unvalidated'
  | 'attendance-saved'
  | 'attendance-removed'
  | 'roll-call-signed'
  | 'invitation-answered'
  | 'review-planned'
  | 'review-plan-cancelled'
  | 'review-recorded'
  | 'review-changed'
  | 'review-removed'
  | 'classes-entered'
  | 'classes-withdrawn'
  | 'support-asked'
  | 'support-answered'
  | 'support-ended'
  | 'means-saved'
  | 'means-removed'
  | 'project-joined'
  | 'project-left'
  | 'paper-made'
  | 'data-request-made'
  | 'data-request-settled'
  | 'award-granted'
  | 'award-refused'
  | 'award-refusal-reopened'
  | 'credential-issued'
  | 'credential-reissued'
  | 'credential-revoked'
  | 'credential-suspended'
  | 'credential-resumed'
  | 'credential-accepted'
  | 'credential-declined'
  | 'credential-hidden'
  | 'credential-shown'
  | 'wallet-offered'
  | 'wallet-offer-withdrawn'
  | 'wallet-taken'
  | 'wallet-left'
  | 'public-profile-saved'
  | 'public-profile-removed'
  | 'host-access-granted'
  | 'host-access-ended'
  | 'held-badge-added'
  | 'held-badge-replaced'
  | 'held-badge-removed'
  | 'host-profile-written'
  | 'badge-sent'
  | 'badge-record-made'
  | 'badge-record-withdrawn'
  | 'endorsement-offered'
  | 'endorsement-added'
  | 'endorsement-declined'
  | 'endorsement-taken-back'
  | 'endorsement-removed';

/** Actions about anything else, and actions after which the person has no history left. */
type OtherAction =
  | 'person-erased'
  | 'authorisation-saved'
  | 'authorisation-changed'
  | 'authorisation-removed'
  | 'procedure-sheet-saved'
  | 'procedure-sheet-removed'
  | 'project-saved'
  | 'project-removed'
  | 'wish-planned'
  | 'wish-plan-removed'
  | 'event-created'
  | 'event-changed'
  | 'class-project-made'
  | 'class-project-changed'
  | 'people-invited'
  | 'invitations-reminded'
  | 'invitations-cancelled'
  | 'meeting-asked'
  | 'meeting-moved'
  | 'meeting-cancelled'
  | 'meeting-held'
  | 'meeting-corrected'
  | 'meeting-taken-back'
  | 'roll-call-opened'
  | 'roll-call-closed'
  | 'campaign-opened'
  | 'campaign-closed'
  | 'campaign-cancelled'
  | 'confirmations-asked'
  | 'asking-stopped'
  | 'confirmation-reminded'
  | 'criteria-adopted'
  | 'office-adopted'
  | 'criteria-withdrawn'
  | 'criteria-drafted'
  | 'criteria-draft-sent-back'
  | 'criteria-draft-withdrawn'
  | 'settings-changed'
  | 'credential-signed'
  | 'credential-status-set'
  | 'achievement-endorsement-kept'
  | 'achievement-endorsement-lapsed'
  | 'achievement-endorsement-withdrawn'
  | 'token-created'
  | 'token-revoked'
  | 'file-imported'
  | 'facts-expired'
  | 'retention-held'
  | 'retention-hold-ended'
  | 'clock-trusted'
  | 'import-undone'
  | 'undoing-stopped'
  | 'records-exported'
  | 'register-exported'
  | 'awards-exported'
  | `job-begun-${JobCommand['kind']}`
  | 'decision-started'
  | 'decision-taken-back'
  | 'key-generated'
  | 'key-rotated'
  | 'key-retired'
  | 'key-compromised';

export type AuditAction = HistoryAction | OtherAction;

/** One line of the append-only audit: who did what, when. */
export interface AuditEntry {
  readonly at: Instant;
  readonly actor: string;
  readonly action: AuditAction;
  /** Opaque id of the record that the action is about. */
  readonly subject: string;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** An entry as the store returns it. An earlier version of the service may have written an action that is
 *  unknown today. */
export type StoredAuditEntry = Omit<AuditEntry, 'action'> & { readonly action: string };

export interface AuditChange {
  readonly kind: 'audited';
  readonly entry: AuditEntry;
}

/** The change that adds an entry to the audit. */
export function audit(action: AuditAction, said: Omit<AuditEntry, 'action'>): AuditChange {
  return { kind: 'audited', entry: { action, ...said } };
}
