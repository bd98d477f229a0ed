import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/calendar.ts';
import type { Criteria } from './definition.ts';

export type CriteriaChange =
  | {
      readonly kind: 'criteria-adopted';
      readonly criteria: Criteria;
      /** A person, a program or the command line. */
      readonly by: string;
      readonly at: Instant;
    }
  /** The office's pack, whole, under the next number. Two packs at one moment would have the same one. */
  | {
      readonly kind: 'office-adopted';
      readonly version: number;
      /** JSON. */
      readonly document: string;
      /** Whether the service begins with it. */
      readonly isFirst: boolean;
      /** The version of the criteria that it brings. */
      readonly criteriaVersion?: number;
      readonly by: string;
      readonly at: Instant;
    }
  /** The whole commit is refused where an award was judged by the version. Its proposals are those of the version
   *  before it, which has no badge of these codes. */
  | {
      readonly kind: 'criteria-withdrawn';
      readonly version: number;
      readonly before: number;
      readonly added: readonly string[];
      readonly by: PersonId;
      readonly at: Instant;
    };
