export const invitationColumns = {
  event_invitation: { answer: { kind: 'answer', at: 'answered_at' } },
} as const;
