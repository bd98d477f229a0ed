import { UNSUPPORTED_IN_BROWSER } from '../verification/report.ts';
import type * as whole from './find-key.ts';

/** In a browser this file replaces find-key.ts, because older badges are not verified there. */
export const findLegacyKey: typeof whole.findLegacyKey = async () => {
  throw new Error(UNSUPPORTED_IN_BROWSER);
};
