export const badgeRecordErrors = { 'record-withdrawn': 410 } as const;
