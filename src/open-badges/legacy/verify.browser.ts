import { UNSUPPORTED_IN_BROWSER } from '../verification/report.ts';
import type * as whole from './verify.ts';

/** In a browser this file replaces verify.ts: the issuer's site decides about an older badge, and a
 *  browser may seldom ask it. */
export const verifyLegacy: typeof whole.verifyLegacy = async () => {
  throw new Error(UNSUPPORTED_IN_BROWSER);
};
