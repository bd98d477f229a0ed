import type { Instant } from '../../src/domain/time/calendar.ts';
import { legacyIssuerUrl } from '../../src/issuing/hosted-documents.ts';
import { makeNodeFileReader } from '../../src/open-badges/files/reader.node.ts';
import { makeProofChecker } from '../../src/open-badges/proofs/compose-checker.ts';
import type { Step, StepName, VerificationReport } from '../../src/open-badges/verification/report.ts';
import {
  makeVerifyCredential,
  type VerifyCredential,
} from '../../src/open-badges/verification/verify-credential.ts';
import { judgeTrust, type TrustDirectory } from '../../src/standards/trusted-lists/actions-directory.ts';
import { type FixturePages, fixtureFetcher, NOW, ORIGIN } from './fixtures/credentials.ts';

interface Options {
  /** Receives every requested address. */
  readonly asked?: string[];
  readonly at?: Instant;
  readonly origin?: string;
  readonly trust?: TrustDirectory;
}

/** The real verification in a world of the tests. */
export function makeTestVerifier(fixture: FixturePages, options: Options = {}): VerifyCredential {
  const { asked, at = NOW, origin = ORIGIN, trust } = options;
  return makeVerifyCredential({
    fetcher: fixtureFetcher(fixture, asked),
    proofChecker: makeProofChecker(),
    files: makeNodeFileReader(),
    clock: { now: () => at },
    origin,
    legacyIssuer: legacyIssuerUrl(origin),
    ...(trust && { judgeTrust: judgeTrust(trust) }),
  });
}

export function stepOf({ steps }: VerificationReport, name: StepName): Step | undefined {
  return steps.find(({ step }) => step === name);
}
