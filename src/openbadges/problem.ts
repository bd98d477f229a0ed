import type { StepCode } from './report.ts';

/** One reason why a document is not what the standard asks for. */
export interface Problem {
  /** JSON pointer (RFC 6901) into the document; empty for the document itself. */
  readonly pointer: string;
  /** What a verification report says of it. */
  readonly code: Extract<
    StepCode,
    'schema-mismatch' | 'no-recipient' | 'no-criteria' | 'bad-dates' | 'dates-contradict'
  >;
  /** The member that is absent from what is at `pointer`, where that is the reason. */
  readonly missing?: string;
  /** In English, for developers. */
  readonly reason: string;
}
