/** The columns of its tables whose names do not follow from their property. */
export const publicProfileColumns = { public_profile: { name: 'name_form' } } as const;
