/** The errors that only this feature throws, each with its HTTP status. */
export const supportErrors = { 'support-full': 409 } as const;
