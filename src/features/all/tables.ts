// Made by tools/features.mjs. Do not change it by hand.

/** The rows of the tables of all features. */
export type FeatureTables = object;
