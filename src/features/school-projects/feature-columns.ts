/** The columns of its tables whose names do not follow from their property. */
export const schoolProjectColumns = {
  school_project: { period: { from: 'starts_on', to: 'ends_on' } },
} as const;
