export const invitationErrors = { 'invitation-over': 409 } as const;
