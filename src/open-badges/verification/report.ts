import type { LegacyKind, LegacyVersion } from '../legacy/badge.ts';
import type { DocumentErrorCode } from '../parsing/document-error.ts';
import type { RecipientResult } from './check-recipient.ts';

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
/** The result of a step; `not-checked` where it could not be carried out. */
export type StepResult = 'passed' | 'failed' | 'not-checked';

/** One step: its result, a stable code for which a screen has a sentence, and an explanation in English for
 *  developers. */
export interface Step {
  readonly step: StepName;
  readonly result: StepResult;
  readonly code: StepCode;
  readonly detail: string;
  /** Values for the sentence on the screen (a date, a reason, a term…). */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Every code of a step. `texts` has a sentence for each. */
export type StepCode =
  | 'ok'
  | 'skipped'
  | 'refreshed'
  | 'not-json'
  | 'not-a-credential'
  | 'no-credential-in-image'
  | 'no-credential-in-pdf'
  | 'several-credentials-in-pdf'
  | 'several-codes-in-image'
  | 'damaged-pdf'
  | 'pdf-encrypted'
  | 'pdf-too-complex'
  | 'image-format'
  | 'image-too-large'
  | 'reading-too-slow'
  | 'damaged-image'
  | 'image-with-definitions'
  | 'not-a-drawing'
  | 'web-page'
  | 'several-credentials-in-image'
  | 'several-presented'
  | DocumentErrorCode
  | 'mixed-versions'
  | 'first-version'
  | 'too-slow'
  | 'unreachable'
  | 'not-found'
  | 'gone'
  | 'schema-mismatch'
  | 'departs'
  | 'undefined-term'
  | 'unknown-context'
  | 'no-recipient'
  | 'no-criteria'
  | 'no-proof'
  | 'unsupported-proof'
  | 'bad-signature'
  | 'bad-claims'
  | 'bad-header'
  | 'hosted'
  | 'no-address'
  | 'site-unreachable'
  | 'not-served'
  | 'served-otherwise'
  | 'differs-from-served'
  | 'outside-issuer'
  | 'class-outside-issuer'
  | 'withdrawn'
  | 'key-unreachable'
  | 'key-compromised'
  | 'key-not-authorised'
  | 'issuer-mismatch'
  | 'issuer-unreachable'
  | 'issuer-ours'
  | 'issuer-unknown'
  | 'issuer-site'
  | 'issuer-elsewhere'
  | 'bad-dates'
  | 'dates-contradict'
  | 'no-beginning'
  | 'not-yet-valid'
  | 'expired'
  | 'end-not-shown'
  | 'no-status'
  | 'status-not-shown'
  | 'status-message'
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

/** The conclusion of the whole report, given in one sentence at the top of a page. */
export type Verdict =
  | 'valid'
  | 'valid-older'
  /** What is shown is authentic. Its holder chose it, and shows neither an end nor a status. */
  | 'partial'
  | 'departs'
  | 'expired'
  | 'revoked'
  | 'suspended'
  | 'not-yet-valid'
  | 'status-unreachable'
  | 'signature-not-valid'
  | 'not-confirmed'
  | 'inner-not-valid'
  | 'endorsement-not-valid'
  | 'not-verifiable';

/** The report on a credential inside the verified one, with steps of its own: a badge of a CLR (Comprehensive
 *  Learner Record), or an endorsement. */
export interface InnerReport {
  readonly kind: 'badge' | 'endorsement';
  /** The id stated in the inner credential; absent if none is stated. */
  readonly id?: string;
  readonly name?: string;
  /** The name and id of the signer, as stated in the inner credential. */
  readonly issuer?: string;
  /** This service's knowledge of the signer; absent if the signer is not established. */
  readonly trust?: IssuerTrust;
  /** Present for a badge of a record that does not name the record's holder: it may belong to another
   *  person. */
  readonly isOfAnother?: true;
  readonly verified: boolean;
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
}

/** The place where the credential was found: the kind of file, and the address. */
export interface FoundIn {
  readonly file?: 'image' | 'pdf' | 'code';
  readonly address?: string;
}

/** This service's knowledge of an issuer, independent of the badge's own statements. */
export interface IssuerTrust {
  readonly id: string;
  /** `ours`: this service itself or a school for which it signs. `listed`: an issuer on a trusted list. */
  readonly trust: 'ours' | 'listed' | 'unknown';
  /** The name in the list, else the name at the issuer's own address, but never the name in the badge. */
  readonly name?: string;
  readonly url?: string;
  readonly logo?: string;
  /** The name of the list, the host that serves it, and the instant at which it was read. */
  readonly list?: string;
  readonly listHost?: string;
  readonly readAt?: string;
  /** Present where the badge gives an unknown issuer the name, the address or the criteria of a known one, or
   *  something that looks like them. */
  readonly borrowedName?: string;
  /** Present where the name of an unknown issuer mixes letters of several alphabets in one word. */
  readonly mixedName?: true;
}

/** Whether readers must be warned about an issuer. */
export function isDoubtful({ borrowedName, mixedName }: IssuerTrust): boolean {
  return borrowedName !== undefined || mixedName === true;
}

/** A report with every step: a failed step does not stop the verification. `verified` means that no step
 *  failed, and that proof, validity and status passed. */
export interface VerificationReport {
  readonly verified: boolean;
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
  /** Reports on the inner credentials, badges before endorsements. Absent if there is none, or where the
   *  signature over them did not verify. The step `endorsements` summarises them. */
  readonly inner?: readonly InnerReport[];
  /** Present where the issuer is established. */
  readonly issuer?: IssuerTrust;
  /** Whether it was issued to the address that the caller gave; absent if no address was given. */
  readonly recipient?: RecipientResult | 'not-checked';
  /** Present for a badge of Open Badges 2.0 or 1.x, which is judged by the rules of its own version. */
  readonly older?: { readonly version: LegacyVersion; readonly kind: LegacyKind };
  /** The credential that was read, as JSON (an older badge under the names of 3.0); absent if there is
   *  none to show. */
  readonly credential?: Readonly<Record<string, unknown>>;
  /** The compact JWS that contains it; absent if it has embedded proofs. */
  readonly jws?: string;
  /** Absent if the credential itself was given as a text or by a program. */
  readonly found?: FoundIn;
}

/** The detail of a step that a browser cannot carry out. A report with this detail is no verdict on the
 *  badge. */
export const UNSUPPORTED_IN_BROWSER = 'beyond what is checked in a browser';
