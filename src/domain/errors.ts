/** Every refusal of the service, by a stable code; the sentence a person reads comes from `texts` by this code. */
export type DomainErrorCode =
  | 'invalid-uai'
  | 'invalid-date'
  | 'no-criteria-in-force'
  | 'invalid-criteria'
  | 'unknown-achievement'
  | 'criteria-too-early'
  | 'criteria-unchanged'
  | 'own-award'
  | 'unknown-person'
  | 'address-taken'
  | 'same-person'
  | 'unknown-establishment'
  | 'unknown-credential'
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
  | 'credential-not-accepted'
  | 'engagement-not-open'
  | 'contribution-validated'
  | 'request-settled'
  | 'not-allowed'
  | 'not-authenticated'
  | 'sign-in-failed'
  | 'identity-provider-unreachable'
  | 'too-large'
  | 'numen-refused'
  | 'unreadable-file'
  | 'unrecognised-file'
  | 'invalid-request'
  | 'store-conflict'
  | 'key-missing'
  | 'key-unreadable'
  | 'key-compromised'
  | 'unsafe-credential'
  | 'unreachable'
  | 'cannot-move'
  | 'own-engagement'
  | 'contest-decided'
  | 'nothing-to-print'
  | 'review-not-held'
  | 'not-a-part'
  | 'role-day-outside'
  | 'not-found'
  | 'event-code-taken'
  | 'unknown-event'
  | 'sheet-closed'
  | 'unexpected';

export type ErrorParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A refusal or a broken promise. A judgment ("not eligible", "signature invalid") is a value, never this. */
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
