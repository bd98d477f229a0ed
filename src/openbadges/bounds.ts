/** What one verification reads at most, looked at before anything of a document is processed. A refusal says the bound. */
export const BOUNDS = {
  /** Characters of one JSON text or compact JWS. */
  text: 1024 * 1024,
  /** Objects and arrays inside one another. */
  depth: 64,
  /** Members of objects and items of arrays, all together. */
  members: 20_000,
  /** Contexts that are named, wherever they stand. */
  contexts: 64,
  /** Proofs of one credential. */
  proofs: 8,
  /** Endorsements, those of a credential inside included. */
  endorsements: 32,
  /** Badges inside a record of badges. */
  badges: 64,
  /** Addresses asked by one verification. */
  fetches: 24,
  /** Length of one verification. */
  milliseconds: 15_000,
} as const;
