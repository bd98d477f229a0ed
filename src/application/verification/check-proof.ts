import type { Step } from '../../openbadges/report.ts';
import { checkEmbeddedProof } from './check-embedded-proof.ts';
import { checkJwtProof } from './check-jwt-proof.ts';
import type { Presented } from './presented.ts';
import type { Run } from './run.ts';

/** Checks the signature of a credential in either form. */
export function checkProof(presented: Presented, run: Run): Promise<Step> {
  return presented.form === 'jwt' ? checkJwtProof(presented, run) : checkEmbeddedProof(presented, run);
}
