/** The columns of its tables whose names do not follow from their property. */
export const invitationColumns = {
  event_invitation: { answer: { kind: 'answer', at: 'answered_at' } },
} as const;
