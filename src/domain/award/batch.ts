import type { Proposal } from './proposal.ts';

/** Proposals decided together, at most: what one commit and one page can hold. */
export const LARGEST_BATCH = 10_000;

/** How long a decision on several badges waits before anything is granted, refused or signed: until then it can be taken
 *  back whole. */
export const TAKE_BACK_MINUTES = 10;

/** What a decision on several proposals would do. */
export interface Batch {
  readonly ids: readonly string[];
  readonly byBadge: readonly { readonly achievement: string; readonly count: number }[];
  /** Those that hang on a figure just above its threshold. */
  readonly justMet: readonly Proposal[];
}

/** Sums up what would be decided, badges in the order in which they come. */
export function sumUpBatch(proposals: readonly Proposal[]): Batch {
  const counts = new Map<string, number>();
  for (const { achievement } of proposals) counts.set(achievement, (counts.get(achievement) ?? 0) + 1);
  return {
    ids: proposals.map(({ id }) => id),
    byBadge: [...counts].map(([achievement, count]) => ({ achievement, count })),
    justMet: proposals.filter(({ summary }) => summary.justMet.length > 0),
  };
}
