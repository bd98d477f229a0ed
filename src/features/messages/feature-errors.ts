/** The errors that only this feature throws, each with its HTTP status. */
export const messageErrors = {
  'too-many-messages': 409,
  'nobody-to-write-to': 409,
} as const;
