import { makeNodeFileReader } from '../../src/adapters/codes/file-reader.node.ts';
import { makeProofChecker } from '../../src/adapters/signing/proof-checker.ts';
import { judgeTrust, type TrustDirectory } from '../../src/application/trust/trust-directory.ts';
import {
  makeVerifyCredential,
  type VerifyCredential,
} from '../../src/application/verification/verify-credential.ts';
import type { Instant } from '../../src/domain/time/time.ts';
import { olderIssuerUrl } from '../../src/openbadges/older/own-documents.ts';
import type { Step, StepName, VerificationReport } from '../../src/openbadges/report.ts';
import { NOW, ORIGIN, type World, worldFetcher } from './credential-world.ts';

interface Options {
  /** Receives every requested address. */
  readonly asked?: string[];
  readonly at?: Instant;
  readonly origin?: string;
  readonly trust?: TrustDirectory;
}

/** The real verification in a world of the tests. */
export function makeTestVerifier(world: World, options: Options = {}): VerifyCredential {
  const { asked, at = NOW, origin = ORIGIN, trust } = options;
  return makeVerifyCredential({
    fetcher: worldFetcher(world, asked),
    proofChecker: makeProofChecker(),
    files: makeNodeFileReader(),
    clock: { now: () => at },
    origin,
    legacyIssuer: olderIssuerUrl(origin),
    ...(trust && { judgeTrust: judgeTrust(trust) }),
  });
}

export function stepOf({ steps }: VerificationReport, name: StepName): Step | undefined {
  return steps.find(({ step }) => step === name);
}
