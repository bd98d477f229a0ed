/** The errors that only this feature throws, each with its HTTP status. */
export const contestErrors = { 'not-a-part': 400 } as const;
