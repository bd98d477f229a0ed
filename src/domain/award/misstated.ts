/** What a signed badge may say otherwise than what stands behind it. */
export const MISSTATED = [
  'email-identifier',
  'holder',
  'title',
  'contributions',
  'evidence',
  'figures',
  'dates',
] as const;
export type Misstated = (typeof MISSTATED)[number];
