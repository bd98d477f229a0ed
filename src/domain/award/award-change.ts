import type { AwardId } from '../ids.ts';
import type { Award } from './award-types.ts';

/** Changes to awards. */
export type AwardChange =
  /** Takes the proposals of the badge out of the queue. Refused where the recipient is gone, or where a refusal
   *  of the badge stands for the school year. */
  | { readonly kind: 'award-granted'; readonly award: Award }
  /** A reminder that is due was taken, whether a mail was written or not. Refused where another process has
   *  taken it. */
  | { readonly kind: 'award-reminded'; readonly awardId: AwardId; readonly left: 0 | 1 };
