/** Parts of the reference text other than its missions, by their codes in `data/rupn-framework.json`. */

/** The four notions that digital education brings together. */
export const PILLARS = ['P1', 'P2', 'P3', 'P4'] as const;
/** Principles by which a school shares out the missions. */
export const TEAM_PRINCIPLES = ['T1', 'T2', 'T3', 'T4'] as const;
/** Means that a school may put at a RUPN's disposal. */
export const MEANS_ITEMS = ['M1', 'M2', 'M3'] as const;
/** Forms of recognition of a RUPN's work. */
export const RECOGNITIONS = ['R1', 'R2', 'R3', 'R4', 'R5'] as const;
/** Support that the DANE offers to RUPN. */
export const SUPPORTS = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9'] as const;

export type Pillar = (typeof PILLARS)[number];
export type TeamPrinciple = (typeof TEAM_PRINCIPLES)[number];
export type MeansItem = (typeof MEANS_ITEMS)[number];
export type Recognition = (typeof RECOGNITIONS)[number];
export type Support = (typeof SUPPORTS)[number];

/** The bounds that the official text sets for the IMP of a RUPN, in euros. The service stores no rate. */
export const IMP_RANGE_EUROS = { from: 1250, to: 3750 } as const;
