import type * as FEATURES from '../../features/all/declarations.ts';
import type { JobCommand } from '../job/types.ts';
import type { Confirmation } from '../records.ts';

type Features = (typeof FEATURES)[keyof typeof FEATURES];
/** The audit actions that features declare in one of the two lists. */
type FeatureActions<List extends 'history' | 'audit'> = Features extends infer One
  ? One extends { readonly [L in List]: readonly (infer Action extends string)[] }
    ? Action
    : never
  : never;

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
  | 'mission-sharing-said'
  | 'contribution-added'
  | 'contribution-changed'
  | 'contribution-removed'
  | 'contribution-validated'
  | 'contribution-unvalidated'
  | 'attendance-saved'
  | 'attendance-removed'
  | 'roll-call-signed'
  | 'review-planned'
  | 'review-plan-cancelled'
  | 'review-recorded'
  | 'review-changed'
  | 'review-removed'
  | 'paper-made'
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
  | FeatureActions<'history'>;

/** Actions about anything else, and actions after which the person has no history left. */
export type OtherAction =
  | 'person-erased'
  | 'establishment-added'
  | 'establishment-changed'
  | 'establishment-closed'
  | 'establishment-reopened'
  | 'authorisation-saved'
  | 'authorisation-changed'
  | 'authorisation-removed'
  | 'event-created'
  | 'event-changed'
  | 'roll-call-opened'
  | 'roll-call-closed'
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
  | 'token-created'
  | 'token-revoked'
  | 'file-imported'
  | 'facts-expired'
  | 'audit-let-go'
  | 'retention-held'
  | 'retention-hold-ended'
  | 'clock-trusted'
  | 'clock-cleared'
  | 'import-undone'
  | 'undoing-stopped'
  | 'records-exported'
  | 'register-exported'
  | 'awards-exported'
  | `job-begun-${JobCommand['kind']}`
  | 'decision-started'
  | 'decision-held'
  | 'decision-released'
  | 'decision-taken-back'
  | 'job-retried'
  | 'job-dropped'
  | 'key-generated'
  | 'key-rotated'
  | 'key-retired'
  | 'key-compromised'
  | FeatureActions<'audit'>;

export type AuditAction = HistoryAction | OtherAction;

/** The actions of the layers, without those of features. */
export type CoreAction = Exclude<AuditAction, FeatureActions<'history'> | FeatureActions<'audit'>>;
