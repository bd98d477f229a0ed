import type { AwardId } from '../ids.ts';
import type { Award } from './award-types.ts';

/** Changes to awards. */
export type AwardChange =
  | { readonly kind: 'award-granted'; readonly award: Award }
  /** A process that stops gives back its claims on these awards before they run out. */
  | {
      readonly kind: 'award-claims-released';
      readonly by: string;
      readonly awardIds: readonly AwardId[];
    };
