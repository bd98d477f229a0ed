/** Files full of people: for the eyes of who runs the command. */
export const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;
