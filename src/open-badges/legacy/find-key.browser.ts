import { BEYOND_DEVICE } from '../verification/report.ts';
import type * as whole from './find-key.ts';

/** In a browser this file replaces find-key.ts, because older badges are not verified there. */
export const findOlderKey: typeof whole.findOlderKey = async () => {
  throw new Error(BEYOND_DEVICE);
};
