export const achievementEndorsementErrors = { 'endorsement-refused': 422 } as const;
