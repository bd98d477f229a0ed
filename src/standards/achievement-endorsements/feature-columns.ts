export const achievementEndorsementColumns = {
  achievement_endorsement: {
    code: 'achievement',
    issuer: { id: 'issuer_id', name: 'issuer_name', list: 'trusted_list' },
    look: {
      result: 'result',
      verdict: 'verdict',
      fault: 'fault',
      at: 'looked_at',
      verifiedAt: 'verified_at',
    },
    withdrawal: { at: 'withdrawn_at', reason: 'withdrawal_reason' },
  },
} as const;
