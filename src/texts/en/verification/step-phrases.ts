/** A value after its lead, or empty. */
export const after = (lead: string, value: string | number | undefined) =>
  value === undefined || value === '' ? '' : `${lead}${value}`;

/** A name that a document gives, in quotes, or empty. */
export const quoted = (lead: string, name: string | number | undefined) =>
  name === undefined || name === '' ? '' : `${lead}“${name}”`;
