import type { OlderBadge } from '../legacy/badge.ts';
import type { FoundIn, Step } from '../verification/report.ts';
import type { Presented } from './presented.ts';

/** The result of reading an input. */
export interface ReadInput {
  /** The `document` step. */
  readonly step: Step;
  readonly presented?: Presented;
  /** A badge of a version before 3.0; then present instead of `presented`. */
  readonly older?: OlderBadge;
  readonly found?: FoundIn;
}
