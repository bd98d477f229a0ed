// The public entry for browsers, Workers and other runtimes with the web APIs. It exports the same names as the entry
// for Node (open-badges.node.ts).
import { portableCanonicalizer } from '../canonicalization/canonicalizer-choice.ts';
import { makeWebFetcher } from '../fetching/safe-fetch.ts';
import { portableChecking } from '../proofs/checking-primitives.ts';
import { checkProofsBy } from '../proofs/compose-checker.ts';
import { verifyWebJws } from '../proofs/web-jws.ts';
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

/** Verifies a badge with WebCrypto and the `fetch` of the runtime. Reads badges in JSON, JWS, PNG, SVG and PDF. */
export const verify: Verify = makeVerify({
  fetcher: makeWebFetcher({ userAgent: 'open-badges' }),
  files: portableFileReader,
  proofChecker: checkProofsBy({
    canonicalise: portableCanonicalizer.thirdParty,
    primitives: portableChecking,
    verifyJws: verifyWebJws,
  }),
});
