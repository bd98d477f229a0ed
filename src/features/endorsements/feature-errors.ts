/** The errors that only this feature throws, each with its HTTP status. */
export const endorsementErrors = {
  'colleague-named': 400,
  'unknown-endorsement': 404,
  'endorsement-in-badge': 409,
  'words-tell-more': 409,
} as const;
