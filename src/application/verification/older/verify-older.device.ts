import { BEYOND_DEVICE } from '../../../openbadges/beyond-device.ts';
import type * as whole from './verify-older.ts';

/** Stands in a browser for verify-older.ts: an older badge is what its issuer's site serves, which a browser may
 *  seldom ask. */
export const verifyOlder: typeof whole.verifyOlder = async () => {
  throw new Error(BEYOND_DEVICE);
};
