export const hostColumns = {
  held_badge: { check: { verified: 'verified', verdict: 'verdict', at: 'verified_at' } },
} as const;
