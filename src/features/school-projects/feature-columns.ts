export const schoolProjectColumns = {
  school_project: { period: { from: 'starts_on', to: 'ends_on' } },
} as const;
