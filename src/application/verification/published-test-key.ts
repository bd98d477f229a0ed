/** The Ed25519 key printed in the Open Badges implementation guide with its private half: anyone can sign with it, so
 *  it proves nothing, whoever lists it. */
export const PUBLISHED_TEST_KEY = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';
