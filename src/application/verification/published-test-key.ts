/** The Ed25519 key that the Open Badges implementation guide prints with its private half. Anyone can sign
 *  with it, so it proves nothing, even if an issuer lists it. */
export const PUBLISHED_TEST_KEY = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';
