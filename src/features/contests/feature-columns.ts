export const contestColumns = {
  contest: {
    decision: {
      outcome: 'outcome',
      reason: 'decision_reason',
      by: 'decided_by',
      at: 'decided_at',
      references: 'decided_references',
    },
  },
} as const;
