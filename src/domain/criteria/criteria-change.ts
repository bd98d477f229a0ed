import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/time.ts';
import type { Criteria } from './criteria.ts';

/** Changes to versions of the criteria. */
export type CriteriaChange =
  | {
      readonly kind: 'criteria-adopted';
      readonly criteria: Criteria;
      readonly by: PersonId;
      readonly at: Instant;
    }
  /** The whole commit is refused where an award was judged by the version. */
  | {
      readonly kind: 'criteria-withdrawn';
      readonly version: number;
      readonly by: PersonId;
      readonly at: Instant;
    };
