/** The columns of its tables whose names do not follow from their property. */
export const hostColumns = {
  held_badge: { check: { verified: 'verified', verdict: 'verdict', at: 'verified_at' } },
} as const;
