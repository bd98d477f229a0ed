/** The errors that only this feature throws, each with its HTTP status. */
export const schoolProjectErrors = { 'not-engaged-then': 409 } as const;
