/** The limits of one verification, checked before any part of a document is processed. A refusal names the
 *  limit. */
export const VERIFICATION_LIMITS = {
  /** Characters of one JSON text or compact JWS. */
  text: 1024 * 1024,
  /** Levels of nested objects and arrays. */
  depth: 64,
  /** Members of objects and items of arrays, in total. */
  members: 20_000,
  /** Contexts named anywhere in the document. */
  contexts: 64,
  /** Proofs of one credential. */
  proofs: 8,
  /** Endorsements, including those of inner credentials. */
  endorsements: 32,
  /** Badges inside a record of badges. */
  badges: 64,
  /** Addresses that one verification may fetch. */
  fetches: 24,
  /** Duration of one verification. */
  milliseconds: 15_000,
} as const;
