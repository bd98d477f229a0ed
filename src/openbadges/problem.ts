import type { StepCode } from './report.ts';

/** One reason why a document does not follow the standard. */
export interface Problem {
  /** JSON pointer (RFC 6901) into the document; empty for the document itself. */
  readonly pointer: string;
  /** The code that a verification report gives. */
  readonly code: Extract<
    StepCode,
    'schema-mismatch' | 'no-recipient' | 'no-criteria' | 'bad-dates' | 'dates-contradict'
  >;
  /** Name of the member that the object at `pointer` lacks, where this is the reason. */
  readonly missing?: string;
  /** In English, for developers. */
  readonly reason: string;
}
