/** Values in a report's step, all optional. */
export type Values = Readonly<Record<string, string | number>> | undefined;

/** The sentences of step codes. */
export type Sentences = Readonly<Record<string, (values: Values) => string>>;

/** A value after its lead, or empty. */
export const after = (lead: string, value: string | number | undefined) =>
  value === undefined || value === '' ? '' : `${lead}${value}`;

/** A name that a document gives, in quotes, or empty. */
export const quoted = (lead: string, name: string | number | undefined) =>
  name === undefined || name === '' ? '' : `${lead}« ${name} »`;
