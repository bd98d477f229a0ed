import type { Step, Verdict, VerificationReport } from '../../openbadges/report.ts';

/** The steps shown to a person. Where the signature is not established, only that is shown: no other result
 *  can be attributed to the issuer, and a tick beside a bad signature would make it look credible. */
export function shownSteps({ verdict, steps }: VerificationReport): readonly Step[] {
  const proof = steps.find(({ step, result }) => step === 'proof' && result === 'failed');
  if (proof) return [proof];
  if (isShowable(verdict)) return steps;
  return steps.filter(({ step, result }) => step === 'issuer' && result === 'failed');
}

/** Whether what the document says may be shown at all: where it is not established that it comes from its
 *  issuer, nothing of it is. */
export function isShowable(verdict: Verdict): boolean {
  return verdict !== 'signature-not-valid' && verdict !== 'not-confirmed';
}

/** Whether a step says that a site answers for a badge that is not signed. */
export function isOfASite({ older }: VerificationReport, { step }: Step): boolean {
  return step === 'proof' && older?.kind === 'hosted';
}

/** Whether a step sums up inner badges, and not only endorsements. */
export function holdsBadges({ inner = [] }: VerificationReport, { step }: Step): boolean {
  return step === 'endorsements' && inner.some(({ kind }) => kind === 'badge');
}
