import type { DocumentFaultCode } from './document-fault.ts';

/** The steps of a verification, in the order of the standard (Open Badges 3.0, "Verification"). */
export const STEP_NAMES = [
  'document',
  'schema',
  'proof',
  'issuer',
  'validity',
  'status',
  'endorsements',
] as const;
export type StepName = (typeof STEP_NAMES)[number];
export type StepResult = 'passed' | 'failed' | 'not-checked';

/** One step: its result, a stable code a screen can put into words, and what was seen, in English, for developers. */
export interface Step {
  readonly step: StepName;
  readonly result: StepResult;
  readonly code: StepCode;
  readonly detail: string;
  /** Values for the screen's sentence (a date, a reason, a term…). */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Closed list of what a step can say. `texts` has a sentence for each. */
export type StepCode =
  | 'ok'
  | 'skipped'
  | 'not-json'
  | 'not-a-credential'
  | 'no-credential-in-image'
  | 'damaged-image'
  | 'image-with-definitions'
  | 'not-a-drawing'
  | 'web-page'
  | 'several-credentials-in-image'
  | DocumentFaultCode
  | 'too-slow'
  | 'unreachable'
  | 'not-found'
  | 'gone'
  | 'schema-mismatch'
  | 'undefined-term'
  | 'unknown-context'
  | 'no-recipient'
  | 'no-criteria'
  | 'no-proof'
  | 'unsupported-proof'
  | 'bad-signature'
  | 'bad-claims'
  | 'bad-header'
  | 'key-unreachable'
  | 'key-compromised'
  | 'key-not-authorised'
  | 'issuer-mismatch'
  | 'issuer-unreachable'
  | 'issuer-ours'
  | 'issuer-unknown'
  | 'bad-dates'
  | 'dates-contradict'
  | 'no-beginning'
  | 'not-yet-valid'
  | 'expired'
  | 'no-status'
  | 'status-unreachable'
  | 'status-list-invalid'
  | 'status-unsupported'
  | 'revoked'
  | 'suspended'
  | 'no-endorsement'
  | 'endorsement-invalid'
  | 'endorsement-unchecked'
  | 'not-an-endorsement'
  | 'endorsement-of-another'
  | 'inner-not-verified'
  | 'too-deeply-embedded';

/** What the whole report amounts to, for the one sentence at the top of a page. */
export type Verdict =
  | 'valid'
  | 'expired'
  | 'revoked'
  | 'suspended'
  | 'not-yet-valid'
  | 'status-unreachable'
  | 'signature-not-valid'
  | 'inner-not-valid'
  | 'endorsement-not-valid'
  | 'not-verifiable';

/** A credential that stands inside the verified one, by steps of its own: a badge of a CLR (Comprehensive Learner
 *  Record), or an endorsement. */
export interface InnerReport {
  readonly kind: 'badge' | 'endorsement';
  /** As it names itself; absent where it does not. */
  readonly id?: string;
  readonly name?: string;
  /** Who signed it, by the name and the id that it gives. */
  readonly issuer?: string;
  /** Of a badge in a record: it does not name the record's holder, and may be somebody else's. */
  readonly isOfAnother?: true;
  readonly verified: boolean;
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
}

/** Every step, never stopping at the first fault. `verified` = none failed, and proof, validity and status passed. */
export interface VerificationReport {
  readonly verified: boolean;
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
  /** What stands inside, badges before endorsements; absent where nothing does or where the signature over it did not
   *  verify. The step `endorsements` sums it up. */
  readonly inner?: readonly InnerReport[];
  /** The credential that was found, as JSON; absent where there is none to show. */
  readonly credential?: Readonly<Record<string, unknown>>;
}
