import type { Proposal } from './proposal.ts';

/** The most proposals that one decision may hold: one commit and one page must carry them all. */
export const LARGEST_BATCH = 10_000;

/** Minutes between a decision on several badges and its execution. Until then the whole decision can be taken
 *  back. */
export const TAKE_BACK_MINUTES = 10;

/** The longest wait that a program may ask for. */
export const MOST_WAIT_SECONDS = 24 * 3600;

/** The effects of a decision on several proposals. */
export interface Batch {
  readonly ids: readonly string[];
  readonly byBadge: readonly { readonly achievement: string; readonly count: number }[];
  /** Proposals that a person should look at first. */
  readonly cautious: readonly Proposal[];
}

/** Sums up a decision before it is taken. Badges keep the order of the proposals. */
export function sumUpBatch(proposals: readonly Proposal[]): Batch {
  const counts = new Map<string, number>();
  for (const { achievement } of proposals) counts.set(achievement, (counts.get(achievement) ?? 0) + 1);
  return {
    ids: proposals.map(({ id }) => id),
    byBadge: [...counts].map(([achievement, count]) => ({ achievement, count })),
    cautious: proposals.filter(({ summary }) => summary.cautions.length > 0),
  };
}
