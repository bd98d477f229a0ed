export const schoolProjectErrors = { 'not-engaged-then': 409 } as const;
