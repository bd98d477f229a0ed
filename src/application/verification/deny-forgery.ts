import { didOf } from '#open-badges/keys';
import { listOf, textOf } from '#open-badges/parsing';
import { type Step, UNSUPPORTED_IN_BROWSER, type VerificationReport } from '#open-badges/verification';
import { credentialIdAt } from '../../issuing/addresses.ts';
import { isOurs } from './shown-steps.ts';

/** Whether a document names this service, as its issuer or in its own address, and this service did not sign it. */
export function isForgedInOurName(report: VerificationReport, origin: string): boolean {
  const isNamed = isInOurName(report, origin);
  if (isOurs(report) || (isNamed && isSigned(report))) return false;
  return isNamed || credentialIdAt(origin, textOf(report.credential, 'id')) !== undefined;
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
 *  service knows which signatures it makes, so such a document is a forgery and not an open question. A signature
 *  that only a browser cannot check is no such kind. */
export function denyForgery(report: VerificationReport): VerificationReport {
  const proof = report.steps.find(({ step }) => step === 'proof');
  const isOfAnotherKind = proof?.code === 'unsupported-proof' && proof.detail !== UNSUPPORTED_IN_BROWSER;
  if (proof?.result !== 'passed' && !isOfAnotherKind) return report;
  const { issuer: _, ...others } = report;
  const refused = proof.result === 'passed' ? OF_ANOTHER : hasEmptyProof(report) ? UNSIGNED : UNKNOWN_KIND;
  const steps = report.steps.map((one) => (one.step === refused.step ? { ...one, ...refused } : one));
  return { ...others, verified: false, verdict: 'signature-not-valid', steps };
}

/** Whether no proof of a document states anything, as in `proof: {}`. It is not signed. */
function hasEmptyProof({ credential }: VerificationReport): boolean {
  return listOf(credential?.['proof']).every((proof) => !proof || Object.keys(proof).length === 0);
}

type RefusedStep = Pick<Step, 'step' | 'result' | 'code'>;

const OF_ANOTHER: RefusedStep = { step: 'issuer', result: 'failed', code: 'issuer-mismatch' };
const UNSIGNED: RefusedStep = { step: 'proof', result: 'failed', code: 'no-proof' };
const UNKNOWN_KIND: RefusedStep = { step: 'proof', result: 'failed', code: 'key-not-authorised' };
