export const supportErrors = { 'support-full': 409 } as const;
