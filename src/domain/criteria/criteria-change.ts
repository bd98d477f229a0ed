import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/time.ts';
import type { Criteria } from './criteria.ts';

/** What is written about versions of the criteria. */
export type CriteriaChange =
  | {
      readonly kind: 'criteria-adopted';
      readonly criteria: Criteria;
      readonly by: PersonId;
      readonly at: Instant;
    }
  /** Refused, and the whole commit with it, where an award was judged by it. */
  | {
      readonly kind: 'criteria-withdrawn';
      readonly version: number;
      readonly by: PersonId;
      readonly at: Instant;
    };
