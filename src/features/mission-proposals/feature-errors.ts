/** The errors that only this feature throws, each with its HTTP status. */
export const missionProposalErrors = { 'proposer-left': 409 } as const;
