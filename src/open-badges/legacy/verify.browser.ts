import { BEYOND_DEVICE } from '../verification/report.ts';
import type * as whole from './verify.ts';

/** In a browser this file replaces verify.ts: the issuer's site decides about an older badge, and a
 *  browser may seldom ask it. */
export const verifyOlder: typeof whole.verifyOlder = async () => {
  throw new Error(BEYOND_DEVICE);
};
