/** The errors that only this feature throws, each with its HTTP status. */
export const classProjectErrors = { 'project-closed': 409 } as const;
