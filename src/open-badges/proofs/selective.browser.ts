import { UNSUPPORTED_IN_BROWSER } from '../verification/report.ts';
import type * as whole from './selective.ts';

/** Replaces selective.ts in a browser, because few badges have such a proof. */
export const verifySelectiveProof: typeof whole.verifySelectiveProof = async () => {
  throw new Error(UNSUPPORTED_IN_BROWSER);
};
