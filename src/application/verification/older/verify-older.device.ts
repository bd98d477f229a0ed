import { BEYOND_DEVICE } from '../../../openbadges/report.ts';
import type * as whole from './verify-older.ts';

/** In a browser this file replaces verify-older.ts: the issuer's site decides about an older badge, and a
 *  browser may seldom ask it. */
export const verifyOlder: typeof whole.verifyOlder = async () => {
  throw new Error(BEYOND_DEVICE);
};
