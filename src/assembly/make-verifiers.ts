import type { FileReader } from '#open-badges/files';
import { makeProofChecker } from '#open-badges/proofs';
import { makeNoteChecker } from '#open-badges/transparency-log';
import { closeObjectPrototype } from '#open-badges/values';
import {
  makeVerifyCredential,
  makeVerifyPresentation,
  type VerifyCredential,
} from '#open-badges/verification';
import type { Meter } from '../application/observability/meter.ts';
import type { Ports } from '../application/service-ports.ts';
import { legacyIssuerUrl } from '../issuing/hosted-documents.ts';
import type { Config } from '../settings/config.ts';
import { judgeTrust, makeTrustDirectory } from '../standards/trusted-lists/actions-directory.ts';
import { SYSTEM, type System } from './system-ports.ts';

interface JudgeDeps {
  readonly config: Pick<Config, 'publicUrl' | 'trustedSources'>;
  readonly canonicalise?: Parameters<typeof makeProofChecker>[0];
  readonly primitives?: Parameters<typeof makeProofChecker>[1];
  readonly files: FileReader;
  readonly system?: System;
}

/** The verdicts are counted as sums, by the first step that failed; nothing of a badge or of its holder is. */
function countVerdicts(verify: VerifyCredential, meter: Meter): VerifyCredential {
  return async (input, options) => {
    const report = await verify(input, options);
    const step = report.steps.find(({ result }) => result === 'failed')?.step ?? 'none';
    meter.count('jalon_verifications', { outcome: report.verified ? 'verified' : 'refused', step });
    return report;
  };
}

// This must happen before the first document of a third party is read. It is decided here, for the whole service.
closeObjectPrototype();

/** Judges anyone's credential and presentation, and looks up their issuer in the lists of trusted issuers. */
export function makeJudges(
  { config, canonicalise, primitives, files, system = SYSTEM }: JudgeDeps,
  { store, fetcher, issuer, meter }: Pick<Ports, 'store' | 'fetcher' | 'issuer' | 'meter'>,
) {
  const proofChecker = makeProofChecker(canonicalise, primitives);
  const { clock } = system;
  const trust = makeTrustDirectory({
    ...{ store, clock, issuer, origin: config.publicUrl },
    sources: config.trustedSources,
  });
  const judging = {
    fetcher,
    proofChecker,
    files,
    clock,
    origin: config.publicUrl,
    legacyIssuer: legacyIssuerUrl(config.publicUrl),
    judgeTrust: judgeTrust(trust),
  };
  return {
    proofs: proofChecker,
    checkNote: makeNoteChecker(primitives),
    verifyCredential: countVerdicts(makeVerifyCredential(judging), meter),
    verifyPresentation: makeVerifyPresentation(judging),
  };
}
