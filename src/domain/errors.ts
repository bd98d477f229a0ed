import type * as FEATURES from '../features/all/errors.ts';

/** The codes that only one feature throws. */
type FeatureErrorCode = {
  [F in keyof typeof FEATURES]: keyof (typeof FEATURES)[F];
}[keyof typeof FEATURES];

/** Every refusal of the service, by a stable code. `texts` gives the sentence for each code. The codes that only
 *  one feature throws are in its `feature-errors.ts`. */
export type DomainErrorCode =
  | FeatureErrorCode
  | 'invalid-uai'
  | 'invalid-date'
  | 'no-criteria-in-force'
  | 'day-to-come'
  | 'invalid-criteria'
  | 'invalid-pack'
  | 'unreadable-pack'
  | 'office-unchanged'
  | 'office-in-use'
  | 'unknown-achievement'
  | 'criteria-too-early'
  | 'criteria-too-late'
  | 'criteria-unchanged'
  | 'invalid-badge'
  | 'badge-needed'
  | 'last-badge'
  | 'too-many-drafts'
  | 'criteria-in-force'
  /** The requirements of a badge have no such place, or do not take this act there. */
  | 'rule-place-gone'
  | 'rule-edit-refused'
  | 'approval-needed'
  | 'approval-needs-two'
  | 'approval-set-outside'
  | 'own-draft'
  | 'draft-settled'
  | 'draft-outdated'
  | 'own-profiles'
  | 'last-dane-agent'
  | 'refusal-unknown'
  | 'own-award'
  | 'unknown-person'
  /** The command is given in the name of no one known, or of someone who is no agent. */
  | 'unknown-actor'
  | 'address-taken'
  | 'same-person'
  | 'unknown-establishment'
  | 'establishment-exists'
  | 'establishment-closed'
  | 'same-establishment'
  | 'closure-blocked'
  | 'unknown-credential'
  | 'format-not-offered'
  | 'unknown-key'
  | 'unknown-token'
  | 'wrong-recipient-kind'
  | 'not-met'
  | 'award-exists'
  | 'award-over'
  | 'key-exists'
  | 'award-declined-or-revoked'
  | 'award-refused'
  | 'decision-waiting'
  | 'to-look-at'
  | 'reason-required'
  | 'already-revoked'
  | 'already-suspended'
  | 'not-suspended'
  | 'credential-declined'
  | 'credential-erased'
  | 'credential-revoked'
  | 'credential-suspended'
  | 'credential-accepted'
  | 'credential-not-accepted'
  | 'schools-unconfirmed'
  | 'engagement-not-open'
  | 'engagement-repeated'
  | 'contribution-validated'
  | 'request-settled'
  | 'settled-meanwhile'
  | 'identity-unconfirmed'
  | 'reminded-lately'
  | 'mail-not-possible'
  | 'not-allowed'
  | 'not-authenticated'
  /** The action can't be undone, and the session's sign-in is too weak or too old for it. */
  | 'stronger-sign-in-needed'
  | 'sign-in-failed'
  | 'identity-provider-unreachable'
  | 'too-large'
  | 'too-many-requests'
  | 'overloaded'
  | 'body-too-slow'
  | 'several-hosts'
  | 'numen-refused'
  | 'unreadable-file'
  | 'foreign-backup'
  | 'unrecognised-file'
  | 'invalid-request'
  | 'store-conflict'
  | 'key-missing'
  | 'keys-lost'
  | 'keys-foreign'
  | 'signing-unavailable'
  | 'signing-key-ended'
  | 'key-unreadable'
  | 'key-compromised'
  | 'unsafe-credential'
  | 'unreachable'
  | 'odd-answer'
  | 'unavailable'
  | 'database-unusable'
  | 'migrations-pending'
  | 'clock-contradicted'
  | 'hold-too-long'
  | 'hour-out-of-range'
  | 'cannot-move'
  /** `move` has copied this database elsewhere: nothing is written here any more. */
  | 'moved-to'
  | 'newer-database'
  | 'development-database'
  | 'own-engagement'
  | 'contest-decided'
  | 'nothing-to-print'
  | 'review-not-held'
  | 'review-outside-engagement'
  | 'review-exists'
  | 'review-imported'
  | 'plan-out-of-range'
  | 'authorisation-exists'
  | 'change-day-outside'
  | 'change-unchanged'
  | 'change-contested'
  | 'change-proposed'
  | 'change-settled'
  | 'role-held'
  | 'missions-proposed'
  | 'too-many-newcomers'
  | 'mission-proposal-settled'
  | 'contribution-in-badge'
  | 'counted-in-badge'
  | 'role-day-outside'
  | 'not-found'
  | 'event-code-taken'
  | 'unknown-event'
  | 'unknown-import'
  | 'undo-unchecked'
  | 'undo-underway'
  /** The last attempt at the job failed. It waits for the next one, or is set aside. */
  | 'job-failed'
  | 'sheet-closed'
  /** The browser has read no code of a roll call, or did so too long ago. */
  | 'scan-needed'
  | 'unexpected';

/** Values that the sentence of an error may contain. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A refusal, or a fault of the service itself. A judgment ("not eligible", "signature invalid") is a value
 *  and is never thrown. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;
  readonly params: ErrorParams;
  constructor(code: DomainErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.code = code;
    this.params = params;
  }
}

/** Whether the service has no access to its keys. What would be signed then waits, and nothing of it is lost. */
export function isSigningAway(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'signing-unavailable';
}

/** Whether something contradicts the clock. What is done at a sure time only then waits. */
export function isClockUnsure(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'clock-contradicted';
}
