// Made by tools/features.mjs. Do not change it by hand.

/** What the features declare, by the name of each. */
export const FEATURES = {} as const;
