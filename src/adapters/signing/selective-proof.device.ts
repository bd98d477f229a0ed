import { BEYOND_DEVICE } from '../../openbadges/beyond-device.ts';
import type * as whole from './selective-proof.ts';

/** Stands in a browser for selective-proof.ts: few badges have such a proof. */
export const verifySelectiveProof: typeof whole.verifySelectiveProof = async () => {
  throw new Error(BEYOND_DEVICE);
};
