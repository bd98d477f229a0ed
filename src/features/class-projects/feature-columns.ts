export const classProjectColumns = { class_participation: { count: 'class_count' } } as const;
