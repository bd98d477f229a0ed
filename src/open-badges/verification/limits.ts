/** The limits of one verification, checked before any part of a document is processed. A refusal names the
 *  limit. */
export const VERIFICATION_LIMITS = {
  /** Characters of one JSON text or compact JWS. */
  text: 1024 * 1024,
  /** Levels of nested objects and arrays. */
  depth: 64,
  /** Members of objects and items of arrays, in total. */
  members: 20_000,
  /** Different contexts in the document. */
  contexts: 64,
  /** Contexts named in it, each time counted: a record of 64 badges names some three on each badge, and a proof
   *  may name them again. */
  namedContexts: 400,
  /** Proofs of one credential. */
  proofs: 8,
  /** Proofs in the document, including those of inner credentials. */
  allProofs: 128,
  /** Endorsements, including those of inner credentials. */
  endorsements: 32,
  /** Badges inside a record of badges. */
  badges: 64,
  /** Addresses that one verification may fetch. */
  fetches: 24,
  /** Duration of one verification. */
  milliseconds: 15_000,
} as const;
