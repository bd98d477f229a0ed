export const badgeRecordColumns = { badge_record: { name: 'name_form' } } as const;
