import { listOf } from '#open-badges/parsing';
import type { VerificationReport } from '#open-badges/verification';

/** Whether no proof of a document states anything, as in `proof: {}`. Such a document is not signed. */
export function hasEmptyProof({ credential }: VerificationReport): boolean {
  const proof = credential?.['proof'];
  return proof !== undefined && listOf(proof).every((one) => !one || Object.keys(one).length === 0);
}

/** The report on a document whose proof is empty: it is not signed. */
export function callUnsigned(report: VerificationReport): VerificationReport {
  const steps = report.steps.map((one) =>
    one.step === 'proof' ? { ...one, result: 'failed' as const, code: 'no-proof' as const } : one,
  );
  return { ...report, verified: false, verdict: 'not-verifiable', steps };
}
