import type { Step, VerificationReport } from '../../openbadges/report.ts';

/** The steps shown to a person. Where the signature is not established, only that is shown: no other result
 *  can be attributed to the issuer, and a tick beside a bad signature would make it look credible. */
export function shownSteps({ verdict, steps }: VerificationReport): readonly Step[] {
  const proof = steps.find(({ step, result }) => step === 'proof' && result === 'failed');
  if (proof) return [proof];
  if (verdict !== 'signature-not-valid') return steps;
  return steps.filter(({ step, result }) => step === 'issuer' && result === 'failed');
}

/** Whether a step sums up inner badges, and not only endorsements. */
export function holdsBadges({ inner = [] }: VerificationReport, { step }: Step): boolean {
  return step === 'endorsements' && inner.some(({ kind }) => kind === 'badge');
}
