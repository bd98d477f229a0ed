/** The errors that only this feature throws, each with its HTTP status. */
export const achievementEndorsementErrors = { 'endorsement-refused': 422 } as const;
