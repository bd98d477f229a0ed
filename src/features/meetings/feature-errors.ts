export const meetingErrors = {
  'meeting-waits': 409,
  'meeting-settled': 409,
  'meeting-not-engaged': 400,
} as const;
