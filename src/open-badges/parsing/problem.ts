import type { StepCode } from '../verification/report.ts';

/** One reason why a document does not follow the standard. */
export interface Problem {
  /** JSON pointer (RFC 6901) into the document; empty for the document itself. */
  readonly pointer: string;
  /** The code of the problem in a verification report. */
  readonly code: Extract<
    StepCode,
    'schema-mismatch' | 'no-recipient' | 'no-criteria' | 'bad-dates' | 'dates-contradict'
  >;
  /** Name of the missing member, where the problem is that the object at `pointer` lacks one. */
  readonly missing?: string;
  /** The reason in English, for developers. */
  readonly reason: string;
}
