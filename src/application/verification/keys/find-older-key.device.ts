import { BEYOND_DEVICE } from '../../../openbadges/report.ts';
import type * as whole from './find-older-key.ts';

/** In a browser this file replaces find-older-key.ts, because older badges are not verified there. */
export const findOlderKey: typeof whole.findOlderKey = async () => {
  throw new Error(BEYOND_DEVICE);
};
