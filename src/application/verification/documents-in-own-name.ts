import { didOf } from '#open-badges/keys';
import { textOf } from '#open-badges/parsing';
import type { Step, VerificationReport } from '#open-badges/verification';
import { callUnsigned, hasEmptyProof } from './empty-proof.ts';
import { isOurs } from './shown-steps.ts';

/** Whether a document names this service, as its issuer or in its own address, and this service did not sign it. */
export function isForgedInOurName(
  report: VerificationReport,
  { origin, hasOurAddress }: { readonly origin: string; readonly hasOurAddress: boolean },
): boolean {
  const isNamed = isInOurName(report, origin);
  if (isOurs(report) || (isNamed && isSigned(report))) return false;
  return isNamed || hasOurAddress;
}

/** Whether the issuer that a document states is this service, or a school for which it signs. */
function isInOurName({ credential }: VerificationReport, origin: string): boolean {
  const issuer = textOf(credential, 'issuer') ?? textOf(credential?.['issuer'], 'id') ?? '';
  const did = didOf(origin);
  return issuer === did || issuer.startsWith(`${did}:`);
}

/** Whether the signature is the issuer's own. */
function isSigned({ steps }: VerificationReport): boolean {
  return ['proof', 'issuer'].every((name) =>
    steps.some(({ step, result }) => step === name && result === 'passed'),
  );
}

/** The report on a document that names this service and has a signature of another kind, or of another issuer. This
 *  service knows which signatures it makes, so such a document is a forgery and not an open question. */
export function denyForgery(report: VerificationReport): VerificationReport {
  const proof = report.steps.find(({ step }) => step === 'proof');
  if (proof?.result !== 'passed' && proof?.code !== 'unsupported-proof') return report;
  const { issuer: _, ...others } = report;
  if (hasEmptyProof(report)) return callUnsigned(others);
  const refused = proof.result === 'passed' ? OF_ANOTHER : UNKNOWN_KIND;
  const steps = report.steps.map((one) => (one.step === refused.step ? { ...one, ...refused } : one));
  return { ...others, verified: false, verdict: 'signature-not-valid', steps };
}

type RefusedStep = Pick<Step, 'step' | 'result' | 'code'>;

const OF_ANOTHER: RefusedStep = { step: 'issuer', result: 'failed', code: 'issuer-mismatch' };
const UNKNOWN_KIND: RefusedStep = { step: 'proof', result: 'failed', code: 'key-not-authorised' };
