import type { ImportSummary, Remark } from './entry.ts';
import type { LineOutcome } from './file-kind.ts';

export interface Tally {
  add(remark: Remark): void;
  count(outcome: LineOutcome['outcome']): void;
  summary(): ImportSummary;
}

/** Counts the outcomes of an import. */
export function makeTally(): Tally {
  const sums = { created: 0, updated: 0, unchanged: 0, refused: 0, notices: 0 };
  return {
    add: ({ kind }) => {
      sums[kind === 'refused' ? 'refused' : 'notices'] += 1;
    },
    count: (outcome) => {
      sums[outcome] += 1;
    },
    summary: () => ({ kind: 'summary', ...sums }),
  };
}
