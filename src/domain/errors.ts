/** Every refusal of the service, by a stable code. `texts` gives the sentence for each code. */
export type DomainErrorCode =
  | 'invalid-uai'
  | 'invalid-date'
  | 'no-criteria-in-force'
  | 'day-to-come'
  | 'invalid-criteria'
  | 'unknown-achievement'
  | 'criteria-too-early'
  | 'criteria-too-late'
  | 'criteria-unchanged'
  | 'criteria-in-force'
  | 'own-profiles'
  | 'last-dane-agent'
  | 'refusal-unknown'
  | 'own-award'
  | 'unknown-person'
  | 'address-taken'
  | 'same-person'
  | 'unknown-establishment'
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
  | 'reason-required'
  | 'already-revoked'
  | 'credential-declined'
  | 'credential-erased'
  | 'credential-accepted'
  | 'credential-not-accepted'
  | 'engagement-not-open'
  | 'engagement-repeated'
  | 'contribution-validated'
  | 'request-settled'
  | 'not-allowed'
  | 'not-authenticated'
  | 'sign-in-failed'
  | 'identity-provider-unreachable'
  | 'too-large'
  | 'too-many-requests'
  | 'overloaded'
  | 'numen-refused'
  | 'unreadable-file'
  | 'unrecognised-file'
  | 'invalid-request'
  | 'store-conflict'
  | 'key-missing'
  | 'keys-lost'
  | 'key-unreadable'
  | 'key-compromised'
  | 'unsafe-credential'
  | 'unreachable'
  | 'unavailable'
  | 'database-unusable'
  | 'migrations-pending'
  | 'clock-set-back'
  | 'cannot-move'
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
  | 'not-a-part'
  | 'role-day-outside'
  | 'not-found'
  | 'event-code-taken'
  | 'unknown-event'
  | 'sheet-closed'
  | 'unexpected';

export type ErrorParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * A refusal, or a fault of the service itself. A judgment ("not eligible", "signature invalid") is a value
 * and is never thrown.
 */
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
