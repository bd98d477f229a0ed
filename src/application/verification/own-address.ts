import { didOf } from '#open-badges/keys';
import { listOf, textOf } from '#open-badges/parsing';
import type { Step, VerificationReport, VerifyCredential } from '#open-badges/verification';
import { credentialIdAt, credentialUrl } from '../../issuing/addresses.ts';
import type { PublicCredential } from '../credentials/read-public.ts';
import { isOurs } from './shown-steps.ts';

/** An address of this service that a document names as its own, although this service did not sign it. */
export interface OwnAddress {
  /** Built from the id, never copied from the document. */
  readonly url: string;
  /** Whether a badge is public there. False alike for an unknown, unaccepted, declined, hidden and erased one, so
   *  that the answer discloses nothing. */
  readonly isPublished: boolean;
}

/** A report, and the address of ours that the document names if this service did not sign it. */
export interface ServiceReport extends VerificationReport {
  readonly ownAddress?: OwnAddress;
}

/** Verifies a document and recognises an address of ours in it. */
export type VerifyDocument = (...given: Parameters<VerifyCredential>) => Promise<ServiceReport>;

interface Recognising {
  readonly origin: string;
  readonly readPublicCredential: (id: string) => Promise<PublicCredential>;
}

/** Makes the verification of the page, the API and the command line. A forger who takes our signature off, or
 *  changes a letter, leaves our address in the document: the reader is led to the real badge. */
export function recogniseOwnAddress(
  verify: VerifyCredential,
  { origin, readPublicCredential }: Recognising,
): VerifyDocument {
  return async (...given) => {
    const report = await verify(...given);
    const isNamed = isInOurName(report, origin);
    if (isOurs(report) || (isNamed && isSigned(report))) return report;
    const id = credentialIdAt(origin, textOf(report.credential, 'id'));
    if (id === undefined) return isNamed ? denied(report) : report;
    const { kind } = await readPublicCredential(id);
    const ownAddress = { url: credentialUrl(origin, id), isPublished: kind === 'found' };
    return { ...denied(report), ownAddress };
  };
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
function denied(report: VerificationReport): VerificationReport {
  const proof = report.steps.find(({ step }) => step === 'proof');
  if (proof?.result !== 'passed' && proof?.code !== 'unsupported-proof') return report;
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
