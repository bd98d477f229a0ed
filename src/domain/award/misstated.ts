/** The parts of a signed badge that may no longer agree with the records. */
export const MISSTATED = [
  'email-identifier',
  'holder',
  'title',
  'contributions',
  'evidence',
  'figures',
  'dates',
  'words',
] as const;
export type Misstated = (typeof MISSTATED)[number];
