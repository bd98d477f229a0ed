export const missionProposalColumns = {
  mission_proposal: {
    from: 'from_day',
    to: 'to_day',
    by: 'proposed_by',
    at: 'proposed_at',
    settlement: { outcome: 'outcome', at: 'settled_at' },
  },
  mission_invitation: { from: 'from_day', by: 'proposed_by', at: 'proposed_at' },
} as const;
