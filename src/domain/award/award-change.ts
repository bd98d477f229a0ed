import type { Award } from './award-types.ts';

/** What is written about awards. */
export type AwardChange =
  | { readonly kind: 'award-granted'; readonly award: Award }
  /** The claims of a process that stops before their end. */
  | { readonly kind: 'award-claims-released'; readonly by: string };
