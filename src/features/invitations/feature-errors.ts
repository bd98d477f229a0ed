/** The errors that only this feature throws, each with its HTTP status. */
export const invitationErrors = { 'invitation-over': 409 } as const;
