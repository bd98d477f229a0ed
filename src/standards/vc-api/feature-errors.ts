/** The errors that only this feature throws, each with its HTTP status. */
export const vcApiErrors = { 'credential-id-taken': 409 } as const;
