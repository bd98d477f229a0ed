import { type Canonicalise, portableRoad } from '../canonicalization/canonicalizer-choice.ts';
import { checkProofsBy } from './check-proofs.ts';
import { type CheckingPrimitives, portableChecking } from './checking-primitives.ts';
import type { ProofChecker } from './proof-checker.ts';
import { verifyJws } from './vc-jwt.ts';

/** The cryptography of a verification. The defaults run anywhere. */
export function makeProofChecker(
  canonicalise: Canonicalise = portableRoad.foreign,
  primitives: CheckingPrimitives = portableChecking,
): ProofChecker {
  return checkProofsBy({ canonicalise, primitives, verifyJws });
}
