export const contestErrors = { 'not-a-part': 400 } as const;
