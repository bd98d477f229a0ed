import { type Canonicalise, portablePath } from '../canonicalization/canonicalizer-choice.ts';
import type { ProofChecker } from './checker.ts';
import { type CheckingPrimitives, portableChecking } from './checking-primitives.ts';
import { checkProofsBy } from './compose-checker.ts';
import { verifyJws } from './vc-jwt.ts';

/** The cryptography of a verification, with every suite that the library knows. The defaults run anywhere.
 *  `canonicalise` makes canonical forms of documents of any issuer. */
export function makeProofChecker(
  canonicalise: Canonicalise = portablePath.thirdParty,
  primitives: CheckingPrimitives = portableChecking,
): ProofChecker {
  return checkProofsBy({ canonicalise, primitives, verifyJws });
}
