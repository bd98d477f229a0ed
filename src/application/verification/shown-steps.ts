import { quotable } from '#open-badges/parsing';
import type { Step, Verdict, VerificationReport } from '#open-badges/verification';

/** The steps shown to a person. Where the signature is not established, only that step is shown: no other
 *  result can be attributed to the issuer, and a tick next to a bad signature would make it look credible. */
export function shownSteps({ verdict, steps }: VerificationReport): readonly Step[] {
  const proof = steps.find(({ step, result }) => step === 'proof' && result === 'failed');
  if (proof) return [proof];
  // Where nothing is embedded, nothing was looked at: a tick would count what was not done.
  if (isShowable(verdict)) return steps.filter(({ code }) => code !== 'no-endorsement');
  return steps.filter(({ step, result }) => step === 'issuer' && result === 'failed');
}

/** Longer values are cut. */
const LONGEST_VALUE = 500;

/** The step with its values made fit for our sentence, because some come from outside. */
export function quotedStep<One extends Pick<Step, 'params'>>(step: One): One {
  if (step.params === undefined) return step;
  const values = Object.entries(step.params).map(([name, value]) => [
    name,
    typeof value === 'string' ? quotable(value, LONGEST_VALUE) : value,
  ]);
  return { ...step, params: Object.fromEntries(values) };
}

/** Whether the content of the document may be shown at all. It may not if a signature or a site denies it. */
export function isShowable(verdict: Verdict): boolean {
  return verdict !== 'signature-not-valid' && verdict !== 'not-confirmed';
}

type Steps = Pick<VerificationReport, 'steps'>;

/** Whether the document has no signature at all. */
export function isUnsigned({ steps }: Steps): boolean {
  return steps.some(({ step, code }) => step === 'proof' && code === 'no-proof');
}

/** Whether the report confirms that we are the issuer. */
export function isOurs({ steps }: Steps): boolean {
  return steps.some(
    (step) => step.step === 'issuer' && step.code === 'issuer-ours' && step.result === 'passed',
  );
}

/** The sentence about the address with which the recipient was compared. The fault of the address is not one of the
 *  badge, which is stated first. Undefined if no address was given. */
export function recipientSentence(
  { verified, recipient }: Pick<VerificationReport, 'verified' | 'recipient'>,
  texts: RecipientTexts,
): string | undefined {
  if (recipient === undefined) return undefined;
  const stated = texts.recipient[recipient];
  return verified && recipient !== 'confirmed' ? `${texts.goodBadge} ${stated}` : stated;
}

interface RecipientTexts {
  readonly recipient: Readonly<Record<NonNullable<VerificationReport['recipient']>, string>>;
  readonly goodBadge: string;
}

/** Whether the step reports that a site confirms a badge that is not signed. */
export function isOfASite({ older }: VerificationReport, { step }: Step): boolean {
  return step === 'proof' && older?.kind === 'hosted';
}

/** Whether the step sums up inner badges, and not only endorsements. */
export function holdsBadges({ inner = [] }: VerificationReport, { step }: Step): boolean {
  return step === 'endorsements' && inner.some(({ kind }) => kind === 'badge');
}
