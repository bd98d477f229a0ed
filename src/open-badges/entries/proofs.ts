// Canonical forms, Data Integrity proofs and VC-JWT.
export {
  type CanonicalForm,
  canonicaliseThirdParty,
  type HashName,
} from '../canonicalization/canonical-form.ts';
export {
  type Canonicalise,
  type CanonicalizerChoice,
  chooseCanonicalizer,
  portableCanonicalizer,
} from '../canonicalization/canonicalizer-choice.ts';
export { makeDocumentLoader } from '../canonicalization/document-loader.ts';
export type { NQuads } from '../canonicalization/serialise-dataset.ts';
export { isSmallDocument } from '../canonicalization/small-document.ts';
export { controllerOf } from '../proofs/check-embedded.ts';
export { checkUnsigned } from '../proofs/check-unsigned.ts';
export type { ProofChecker } from '../proofs/checker.ts';
export { portableChecking } from '../proofs/checking-primitives.ts';
export { checkProofsBy, makeProofChecker } from '../proofs/compose-checker.ts';
export { createProof, type ProofRequest } from '../proofs/data-integrity.ts';
export { datingOptions } from '../proofs/dated-options.ts';
export { type JwsKey, type Primitives, portablePrimitives, type SigningKey } from '../proofs/primitives.ts';
export { createJws } from '../proofs/vc-jwt.ts';
