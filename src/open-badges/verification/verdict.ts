import type { Step, StepCode, StepName, Verdict, VerificationReport } from './report.ts';

/** The verdict of each code, in order of precedence. Doubts about the signature come first, because they make
 *  everything else uncertain. */
const ORDER: readonly (readonly [StepName, StepCode, Verdict])[] = [
  ['proof', 'bad-signature', 'signature-not-valid'],
  ['proof', 'bad-header', 'signature-not-valid'],
  ['proof', 'bad-claims', 'signature-not-valid'],
  ['proof', 'key-not-authorised', 'signature-not-valid'],
  ['proof', 'differs-from-served', 'not-confirmed'],
  ['proof', 'served-otherwise', 'not-confirmed'],
  ['proof', 'not-served', 'not-confirmed'],
  ['proof', 'outside-issuer', 'not-confirmed'],
  ['proof', 'class-outside-issuer', 'not-confirmed'],
  ['issuer', 'issuer-mismatch', 'signature-not-valid'],
  ['issuer', 'issuer-elsewhere', 'not-confirmed'],
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

/** Codes of the schema step for faults in members that are only shown (docs/adr/0021). */
const DEPARTURES = new Set<StepCode>(['departs', 'no-recipient', 'no-criteria']);

/** Verdicts where the credential itself is valid and only an inner one is not. */
const ORDER_OF_THE_INNER: readonly (readonly [StepName, StepCode, Verdict])[] = [
  ['endorsements', 'inner-not-verified', 'inner-not-valid'],
  ['endorsements', 'endorsement-invalid', 'endorsement-not-valid'],
];

const NOT_SHOWN: readonly StepCode[] = ['status-not-shown', 'end-not-shown'];

export interface VerdictOptions {
  readonly whereVerified?: 'valid' | 'valid-older';
  /** Whether the caller asks about what the holder shows, and not about the whole. */
  readonly acceptsPart?: boolean;
}

/** Whether the steps amount to "verified" (none failed; proof, validity and status passed), and the verdict.
 *  The verdict is `valid`, or `valid-older` for an older badge, only if they do. */
export function decideVerdict(
  steps: readonly Step[],
  { whereVerified = 'valid', acceptsPart = false }: VerdictOptions = {},
): Pick<VerificationReport, 'verified' | 'verdict'> {
  const resultOf = (name: StepName) => steps.find((step) => step.step === name)?.result;
  const verified = isVerified(steps);
  // No one can tell a member that its holder has left out from one that never was.
  if (verified && NOT_SHOWN.every((code) => steps.some((step) => step.code === code)))
    return { verified: acceptsPart, verdict: 'partial' };
  if (verified) return { verified, verdict: whereVerified };
  const find = (order: typeof ORDER) =>
    order.find(([name, code]) => steps.some((step) => step.step === name && step.code === code))?.[2];
  const ofSignature = find(ORDER);
  const isWithdrawn = steps.some(({ step, code }) => step === 'proof' && code === 'withdrawn');
  const ofTheSigned = resultOf('proof') === 'passed' || isWithdrawn ? find(ORDER_OF_THE_SIGNED) : undefined;
  const departs = steps.some(({ step, code }) => step === 'schema' && DEPARTURES.has(code));
  const own = steps.filter(({ step }) => step !== 'endorsements' && !(departs && step === 'schema'));
  const ofTheInner = isVerified(own) ? find(ORDER_OF_THE_INNER) : undefined;
  // A fault of the badge itself takes precedence over a bad endorsement.
  const ofTheForm = departs && isVerified(own) && ofTheInner !== 'inner-not-valid' ? 'departs' : ofTheInner;
  return { verified, verdict: ofSignature ?? ofTheSigned ?? ofTheForm ?? 'not-verifiable' };
}

function isVerified(steps: readonly Step[]): boolean {
  return (
    steps.every(({ result }) => result !== 'failed') &&
    (['proof', 'validity', 'status'] as const).every((name) =>
      steps.some(({ step, result }) => step === name && result === 'passed'),
    )
  );
}
