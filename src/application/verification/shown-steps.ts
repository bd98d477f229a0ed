import type { Step, Verdict, VerificationReport } from '../../openbadges/report.ts';
import { quotable } from '../../openbadges/shown-text.ts';

/** The steps shown to a person. Where the signature is not established, only that is shown: no other result
 *  can be attributed to the issuer, and a tick beside a bad signature would make it look credible. */
export function shownSteps({ verdict, steps }: VerificationReport): readonly Step[] {
  const proof = steps.find(({ step, result }) => step === 'proof' && result === 'failed');
  if (proof) return [proof];
  if (isShowable(verdict)) return steps;
  return steps.filter(({ step, result }) => step === 'issuer' && result === 'failed');
}

/** Longer values are cut. */
const LONGEST_VALUE = 500;

/** The step with what strangers wrote in it made fit for a sentence of ours. */
export function quotedStep<One extends Pick<Step, 'params'>>(step: One): One {
  if (step.params === undefined) return step;
  const values = Object.entries(step.params).map(([name, value]) => [
    name,
    typeof value === 'string' ? quotable(value, LONGEST_VALUE) : value,
  ]);
  return { ...step, params: Object.fromEntries(values) };
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
