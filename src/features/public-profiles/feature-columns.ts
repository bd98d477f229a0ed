export const publicProfileColumns = { public_profile: { name: 'name_form' } } as const;
