/** The errors that only this feature throws, each with its HTTP status. */
export const meetingErrors = {
  'meeting-waits': 409,
  'meeting-settled': 409,
  'meeting-not-engaged': 400,
} as const;
