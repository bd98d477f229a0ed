/** The columns of its tables whose names do not follow from their property. */
export const badgeRecordColumns = { badge_record: { name: 'name_form' } } as const;
