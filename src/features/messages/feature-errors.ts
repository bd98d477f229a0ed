export const messageErrors = {
  'too-many-messages': 409,
  'nobody-to-write-to': 409,
} as const;
