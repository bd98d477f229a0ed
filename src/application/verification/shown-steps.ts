import type { Step, VerificationReport } from '../../openbadges/report.ts';

/** The steps that are shown to a person. Where the signature is not established, that is all there is to see: nothing
 *  else that was looked at is the issuer's word, and a tick beside a bad signature would lend it credit. */
export function shownSteps({ verdict, steps }: VerificationReport): readonly Step[] {
  const proof = steps.find(({ step, result }) => step === 'proof' && result === 'failed');
  if (proof) return [proof];
  if (verdict !== 'signature-not-valid') return steps;
  return steps.filter(({ step, result }) => step === 'issuer' && result === 'failed');
}

/** Whether a step sums up badges that stand inside, and not only endorsements. */
export function holdsBadges({ inner = [] }: VerificationReport, { step }: Step): boolean {
  return step === 'endorsements' && inner.some(({ kind }) => kind === 'badge');
}
