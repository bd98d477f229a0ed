export const missionProposalErrors = { 'proposer-left': 409 } as const;
