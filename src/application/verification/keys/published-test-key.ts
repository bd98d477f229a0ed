import { fromMultikey } from '../../../openbadges/public-key.ts';
import type { PublicMaterial } from './public-material.ts';

/** The Ed25519 key whose private half is printed in the Open Badges implementation guide. Anyone can sign
 *  with it, so it proves nothing, even if an issuer lists it. */
export const PUBLISHED_TEST_KEY = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';

const PUBLISHED_BYTES = fromMultikey(PUBLISHED_TEST_KEY)?.bytes ?? new Uint8Array();

/** Whether it is that key, in whatever form it was described. */
export function isPublishedTestKey({ publicKey }: PublicMaterial): boolean {
  return publicKey?.curve === 'Ed25519' && publicKey.bytes.every((byte, at) => byte === PUBLISHED_BYTES[at]);
}
