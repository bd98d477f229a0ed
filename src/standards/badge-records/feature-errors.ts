/** The errors that only this feature throws, each with its HTTP status. */
export const badgeRecordErrors = { 'record-withdrawn': 410 } as const;
