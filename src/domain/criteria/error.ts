/** A fault in criteria that their schema cannot express, and its place (JSON Pointer). */
export interface CriteriaError {
  readonly path: string;
  readonly reason: CriteriaErrorReason;
}

export type CriteriaErrorReason =
  | 'invalid-date'
  | 'half-year-above-full-year'
  | 'duplicate-code'
  | 'duplicate-name'
  | 'cyclic-badge'
  | 'unknown-badge'
  | 'badge-of-another-recipient'
  | 'badge-by-decision'
  | 'rule-of-another-recipient'
  | 'no-event-kinds'
  | 'unknown-family'
  | 'unknown-mission'
  | 'mission-of-no-count'
  | 'needs-a-year'
  | 'year-inside-a-year'
  | 'decision-inside-a-year'
  | 'cannot-be-met';
