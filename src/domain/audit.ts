import type { LogTile } from './badge-log/badge-log.ts';
import type { ContestOutcome } from './contest/contest.ts';
import type { PersonId } from './ids.ts';
import type { JobCommand } from './job/job.ts';
import type { Confirmation } from './records.ts';
import type { Instant } from './time/time.ts';

/** Actions about a person, an award or a credential. The person's history puts each into words. */
export type HistoryAction =
  | 'person-changed'
  | 'person-welcomed'
  | 'person-added'
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
  | 'directory-joined'
  | 'directory-left'
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
  | 'training-wished'
  | 'training-wish-taken-back'
  | 'review-planned'
  | 'review-plan-cancelled'
  | 'review-recorded'
  | 'review-changed'
  | 'review-removed'
  | 'yearly-report-handed-in'
  | 'yearly-report-taken-back'
  | 'yearly-report-received'
  | 'classes-entered'
  | 'classes-withdrawn'
  | 'support-asked'
  | 'support-answered'
  | 'support-ended'
  | 'support-moved'
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
  | 'credential-reminded'
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
export type OtherAction =
  | 'person-erased'
  | 'establishment-added'
  | 'establishment-changed'
  | 'establishment-closed'
  | 'establishment-reopened'
  | 'mission-invitation-sent'
  | 'mission-invitation-withdrawn'
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
  | 'badge-draft-begun'
  | 'badge-draft-dropped'
  | 'settings-changed'
  | 'backup-made'
  | 'credential-signed'
  | 'credential-status-set'
  | 'achievement-endorsement-kept'
  | 'achievement-endorsement-lapsed'
  | 'achievement-endorsement-withdrawn'
  | 'token-created'
  | 'token-revoked'
  | 'file-imported'
  | 'facts-expired'
  | 'audit-let-go'
  | 'retention-held'
  | 'retention-hold-ended'
  | 'clock-trusted'
  | 'import-undone'
  | 'undoing-stopped'
  | 'records-exported'
  | 'register-exported'
  | 'awards-exported'
  | 'directory-exported'
  | 'message-written'
  | 'message-cancelled'
  | `job-begun-${JobCommand['kind']}`
  | 'decision-started'
  | 'decision-held'
  | 'decision-released'
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

/** The road by which an act came. Work that no request and no command began is the timer's; the lines of long
 *  work that continues in steps say `job`, whoever takes the step. */
export const AUDIT_ROADS = ['page', 'api', 'command', 'timer', 'job'] as const;
export type AuditRoad = (typeof AUDIT_ROADS)[number];

/** Where an act came from. */
export interface AuditOrigin {
  readonly road: AuditRoad;
  /** Lines of one request or of one command have the same; those of a job have the job's id. */
  readonly request?: string;
  /** The system's user who gave the command. */
  readonly terminal?: string;
}

/** Where the present work comes from, and for whom a command says that it acts. That is no proof. */
export interface Occasion extends AuditOrigin {
  readonly person?: PersonId;
}

/** An entry with its origin and the digests that make a later change show. Of what people typed only a salted
 *  digest counts, so that an erasure can remove the details and their salt. */
export interface AuditLine extends AuditEntry, AuditOrigin {
  /** It grows with time. Its random part is the salt of `digest`, and it is shown nowhere. */
  readonly id: string;
  readonly digest: string;
  readonly detailsSalt?: string;
  /** Stays where the details were erased. */
  readonly detailsDigest?: string;
}

/** A line as the store returns it. An earlier version of the service may have written an action that is unknown
 *  today; lines from before roads and digests have neither. */
export type StoredAuditEntry = Omit<AuditLine, 'action' | 'road' | 'digest'> & {
  readonly action: string;
  readonly road?: AuditRoad;
  readonly digest?: string;
  /** Place in the log of the audit, from 0; absent until the line is sealed. */
  readonly position?: number;
};

/** A line that has its digest and waits for its place, or has it. */
export type SealedLine = Pick<StoredAuditEntry, 'id' | 'detailsSalt' | 'detailsDigest'> & {
  readonly digest: string;
  readonly position: number;
};

export type AuditChange =
  | {
      readonly kind: 'audited';
      /** Without digests until the commit completes it. */
      readonly entry: AuditEntry | AuditLine;
    }
  /** Gives lines their places at the end of the log. Throws `store-conflict` where another process did. */
  | {
      readonly kind: 'audit-sealed';
      readonly lines: readonly SealedLine[];
      readonly tiles: readonly LogTile[];
    }
  /** Deletes the lines before a place. Their digests stay in the tiles. */
  | { readonly kind: 'audit-let-go'; readonly before: number };

/** The change that adds an entry to the audit. */
export function audit(
  action: AuditAction,
  said: Omit<AuditEntry, 'action'>,
): Extract<AuditChange, { readonly kind: 'audited' }> {
  return { kind: 'audited', entry: { action, ...said } };
}
