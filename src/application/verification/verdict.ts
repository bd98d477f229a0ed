import type { Step, StepCode, StepName, Verdict, VerificationReport } from '../../openbadges/report.ts';

/** What each code means for the whole, in the order in which one is said rather than another: what puts the signature
 *  in doubt first, for nothing else is known then. */
const ORDER: readonly (readonly [StepName, StepCode, Verdict])[] = [
  ['proof', 'bad-signature', 'signature-not-valid'],
  ['proof', 'bad-header', 'signature-not-valid'],
  ['proof', 'bad-claims', 'signature-not-valid'],
  ['proof', 'key-not-authorised', 'signature-not-valid'],
  ['issuer', 'issuer-mismatch', 'signature-not-valid'],
];

const ORDER_OF_THE_SIGNED: readonly (readonly [StepName, StepCode, Verdict])[] = [
  ['validity', 'not-yet-valid', 'not-yet-valid'],
  ['status', 'revoked', 'revoked'],
  ['validity', 'expired', 'expired'],
  ['status', 'suspended', 'suspended'],
  ['status', 'status-unreachable', 'status-unreachable'],
  ['status', 'status-list-invalid', 'status-unreachable'],
  ['status', 'status-unsupported', 'status-unreachable'],
];

/** What is said where the credential itself stands and only something inside it does not. */
const ORDER_OF_THE_INNER: readonly (readonly [StepName, StepCode, Verdict])[] = [
  ['endorsements', 'inner-not-verified', 'inner-not-valid'],
  ['endorsements', 'endorsement-invalid', 'endorsement-not-valid'],
];

/** Whether the steps amount to "verified" (contract: none failed; proof, validity and status passed), and the one
 *  sentence they come to. `valid` is said exactly where verified. */
export function decideVerdict(steps: readonly Step[]): Pick<VerificationReport, 'verified' | 'verdict'> {
  const resultOf = (name: StepName) => steps.find((step) => step.step === name)?.result;
  const verified = isVerified(steps);
  if (verified) return { verified, verdict: 'valid' };
  const find = (order: typeof ORDER) =>
    order.find(([name, code]) => steps.some((step) => step.step === name && step.code === code))?.[2];
  const ofSignature = find(ORDER);
  const ofTheSigned = resultOf('proof') === 'passed' ? find(ORDER_OF_THE_SIGNED) : undefined;
  const own = steps.filter(({ step }) => step !== 'endorsements');
  const ofTheInner = isVerified(own) ? find(ORDER_OF_THE_INNER) : undefined;
  return { verified, verdict: ofSignature ?? ofTheSigned ?? ofTheInner ?? 'not-verifiable' };
}

function isVerified(steps: readonly Step[]): boolean {
  return (
    steps.every(({ result }) => result !== 'failed') &&
    (['proof', 'validity', 'status'] as const).every((name) =>
      steps.some(({ step, result }) => step === name && result === 'passed'),
    )
  );
}
