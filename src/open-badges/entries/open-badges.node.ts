// The public entry for Node. It exports the same names as the entry for the web (open-badges.web.ts).
import { chooseCanonicalizer } from '../canonicalization/canonicalizer-choice.ts';
import { makeGuardedFetcher } from '../fetching/safe-fetch.node.ts';
import { makeProofChecker } from '../proofs/compose-checker.ts';
import { nodePrimitives } from '../proofs/primitives.node.ts';
import { makeVerify, portableFileReader, type Verify } from '../verification/verify.ts';

export { closeObjectPrototype } from '../canonicalization/frozen-json.ts';
export { OpenBadgesError, type OpenBadgesErrorCode } from '../errors.ts';
export type { Fetched, Fetcher } from '../fetching/fetcher.ts';
export { generateKey, type IssuerKey, importKey, type KeyIdentity } from '../keys/pair.ts';
export { type IssueOptions, issue } from '../proofs/issue.ts';
export type { FileReader } from '../reading/file-reader.ts';
export type {
  InnerReport,
  Step,
  StepName,
  StepResult,
  Verdict,
  VerificationReport,
} from '../verification/report.ts';
export type { Verify, VerifyInput, VerifyOptions } from '../verification/verify.ts';

/** Verifies a badge with Node's own cryptography. It fetches from public IP addresses only, and connects to the very
 *  addresses that it checked. Reads badges in JSON, JWS, PNG, SVG and PDF. */
export const verify: Verify = makeVerify({
  fetcher: makeGuardedFetcher({ userAgent: 'open-badges' }),
  files: portableFileReader,
  proofChecker: makeProofChecker(
    chooseCanonicalizer({ primitives: nodePrimitives }).thirdParty,
    nodePrimitives,
  ),
});
