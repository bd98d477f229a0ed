/** Files with personal data may be read only by the account that runs the command. */
export const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;
