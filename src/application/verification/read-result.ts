import type { OlderBadge } from '../../openbadges/older/older-badge.ts';
import type { FoundIn, Step } from '../../openbadges/report.ts';
import type { Presented } from './presented.ts';

/** What was read of an input. */
export interface ReadInput {
  /** The `document` step. */
  readonly step: Step;
  readonly presented?: Presented;
  /** A badge of a version before 3.0, in its place. */
  readonly older?: OlderBadge;
  readonly found?: FoundIn;
}
