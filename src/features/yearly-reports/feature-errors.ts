export const yearlyReportErrors = {
  'report-handed-in': 409,
  'report-empty': 400,
  'report-year-over': 409,
} as const;
