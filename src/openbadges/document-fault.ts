import type { StepCode } from './report.ts';

/** Why a text or a document is not read at all. */
export interface DocumentFault {
  readonly code: Extract<
    StepCode,
    | 'not-plain-form'
    | 'duplicate-member'
    | 'too-large'
    | 'too-deep'
    | 'too-many-members'
    | 'too-many-contexts'
    | 'too-many-proofs'
    | 'too-many-endorsements'
    | 'too-many-badges'
  >;
  /** What was seen and where, in English, for developers. */
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
}
