/** The columns of its tables whose names do not follow from their property. */
export const classProjectColumns = { class_participation: { count: 'class_count' } } as const;
