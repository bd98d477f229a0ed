/** The parts of the reference text other than its missions: the notions that digital education brings together,
 *  the principles by which a school shares out the missions, the means that it may give, the forms of
 *  recognition, and the support of the office. */
export const REFERENCE_PARTS = ['pillars', 'principles', 'means', 'recognition', 'support'] as const;
export type ReferencePart = (typeof REFERENCE_PARTS)[number];

/** An item of a part. Its code is its anchor on the framework's page. */
export interface ReferenceItem {
  readonly code: string;
  readonly words: Readonly<Record<'fr' | 'en', string>>;
}

export type ReferenceText = Readonly<Record<ReferencePart, readonly ReferenceItem[]>>;
