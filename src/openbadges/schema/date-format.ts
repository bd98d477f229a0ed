import { parseDateTime } from './rfc3339.ts';

/** Whether a text has a format of dates in JSON Schema (2020-12 Validation, §7.3.1). The formats take small
 *  letters and a space, which the date-times of credentials may not have (RFC 3339 §5.6). */
export const dateFormat = {
  date: (text: string): boolean => /^[\d-]+$/.test(text) && parseDateTime(`${text}T00:00:00Z`) !== undefined,
  'date-time': (text: string): boolean =>
    (parseDateTime(text) ?? parseDateTime(text.replace(/[t\s]/i, 'T').replace(/z$/, 'Z'))) !== undefined,
} as const;
