export const endorsementErrors = {
  'colleague-named': 400,
  'unknown-endorsement': 404,
  'endorsement-in-badge': 409,
  'words-tell-more': 409,
} as const;
