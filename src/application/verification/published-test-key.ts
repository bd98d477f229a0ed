import type { JsonObject } from '../../openbadges/json-value.ts';
import { fromMultikey, readPublicKey } from '../../openbadges/public-key.ts';

/** The Ed25519 key whose private half is printed in the Open Badges implementation guide. Anyone can sign
 *  with it, so it proves nothing, even if an issuer lists it. */
export const PUBLISHED_TEST_KEY = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';

const PUBLISHED_BYTES = fromMultikey(PUBLISHED_TEST_KEY)?.bytes.join();

/** Whether a verification method has that key, in any form. */
export function isPublishedTestKey(method: JsonObject): boolean {
  return readPublicKey(method)?.bytes.join() === PUBLISHED_BYTES;
}
