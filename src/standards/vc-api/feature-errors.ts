export const vcApiErrors = { 'credential-id-taken': 409 } as const;
