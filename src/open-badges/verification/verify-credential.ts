import { isDidOf } from '../keys/did-web.ts';
import { verifyLegacy } from '../legacy/verify.ts';
import { checkProof } from '../proofs/check.ts';
import { issuerIdOf } from '../reading/credential-shape.ts';
import type { Presented } from '../reading/presented.ts';
import { readInput, type VerificationInput } from '../reading/read-input.ts';
import { checkStatus } from '../status/check-entries.ts';
import type { KnownLists } from '../status/known-lists.ts';
import { checkInnerCredentials } from './check-inner-credentials.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkSchema } from './check-schema.ts';
import { checkValidity } from './check-validity.ts';
import { refreshCredential } from './refresh-credential.ts';
import { STEP_NAMES, type Step, type StepName, type VerificationReport } from './report.ts';
import { failed, notChecked, passed, type Run, startRun, type VerifierDeps } from './run.ts';
import { guarded } from './run-step.ts';
import { decideVerdict } from './verdict.ts';

export interface VerificationOptions {
  /** An e-mail address, known to the caller from elsewhere, to compare with the recipient. */
  readonly recipient?: string | undefined;
  /** True to count a badge as verified although its holder shows neither an end nor a status. */
  readonly acceptsPart?: boolean | undefined;
}

export type VerifyCredential = (
  input: VerificationInput,
  options?: VerificationOptions,
) => Promise<VerificationReport>;

/** Verifies any credential; our own are verified in the same way, without the store. Every step is reported,
 *  in the standard's order. The result is always a report, except for the error `overloaded`. Dates, status
 *  and inner credentials are not checked where the signature did not verify, because the document then does
 *  not come from the issuer. */
export function makeVerifyCredential(needs: VerifierDeps): VerifyCredential {
  const lists: KnownLists = new WeakMap();
  return async (input, { recipient, acceptsPart = false } = {}) => {
    const { run, end } = startRun(needs, lists, acceptsPart);
    try {
      const judged = await verifyInput(input, run);
      const issuer = await run.judgeTrust?.(judged, run);
      const report = issuer ? { ...judged, issuer } : judged;
      return recipient === undefined ? report : { ...report, recipient: await compare(report, recipient) };
    } finally {
      end();
    }
  };
}

async function verifyInput(input: VerificationInput, run: Run): Promise<VerificationReport> {
  const read = await guarded('document', run, async () => ({ input: await readInput(input, run) }));
  const { step, presented, older, found } = 'input' in read ? read.input : { step: read };
  if (older) {
    const report = await verifyLegacy({ badge: older, document: step }, run);
    return { ...report, ...(found && { found }) };
  }
  if (!presented)
    return toReport([step, ...skippedAfter('document', 'there is no credential to look at')], run);
  return { ...(await verifyPresented(presented, run, step)), ...(found && { found }) };
}

/** Compares the recipient, if the credential is signed: an unsigned one proves nothing about its
 *  recipient. */
async function compare({ steps, credential }: VerificationReport, recipient: string) {
  const isSigned = steps.some(({ step, result }) => step === 'proof' && result === 'passed');
  return isSigned && credential ? checkRecipient(credential, recipient) : 'not-checked';
}

export type VerifyPresented = typeof verifyPresented;

/** Verifies a credential that was already read, step by step. */
export async function verifyPresented(
  presented: Presented,
  run: Run,
  document: Step,
): Promise<VerificationReport> {
  const schema = await guarded('schema', run, () => checkSchema(presented, run));
  const proof = await guarded('proof', run, () => checkProof(presented, run));
  if (proof.result === 'passed' && run.depth === 0 && !run.isRefreshed) {
    const newer = await run.inTime(refreshCredential(presented, run)).catch(() => undefined);
    if (newer)
      return verifyPresented(newer.presented, { ...run, isRefreshed: true }, refreshedStep(newer.url));
  }
  const issuer = checkIssuer(presented, proof, run.ownOrigin);
  const ifSigned = async <Result>(name: StepName, check: () => Promise<Result>): Promise<Result | Step> =>
    proof.result === 'passed'
      ? guarded(name, run, check)
      : notChecked(
          name,
          'skipped',
          'the signature was not verified: nothing in the document is the issuer’s word',
        );
  const isSelected = proof.params?.['selected'] !== undefined;
  const validity = await ifSigned('validity', async () => checkValidity(presented, run, { isSelected }));
  const status = await ifSigned('status', () => checkStatus(presented, run, isSelected));
  const inside = await ifSigned('endorsements', () => checkInnerCredentials(presented, run, verifyPresented));
  const { step: endorsements, inner } = 'inner' in inside ? inside : { step: inside, inner: [] };
  const steps = [document, schema, proof, issuer, validity, status, endorsements];
  return {
    ...toReport(steps, run),
    ...(inner.length > 0 && { inner }),
    credential: presented.credential,
    ...(presented.form === 'jwt' && { jws: presented.jws }),
  };
}

function refreshedStep(url: string): Step {
  return passed('document', 'refreshed', `a newer version stands at ${url}`, { url });
}

function skippedAfter(name: StepName, reason: string): readonly Step[] {
  return STEP_NAMES.slice(STEP_NAMES.indexOf(name) + 1).map((step) => notChecked(step, 'skipped', reason));
}

function toReport(steps: readonly Step[], { acceptsPart }: Pick<Run, 'acceptsPart'>): VerificationReport {
  return { ...decideVerdict(steps, { acceptsPart }), steps };
}

/** Checks the issuer. A signature proves that the owner of an address signed, but not who the owner is. An
 *  unknown issuer thus passes as `issuer-unknown`, and only our own issuer is confirmed. Who speaks for the
 *  issuer was asked for the proof and is not asked again. For an issuer that does not answer, the step is
 *  `not-checked` instead of failed. */
function checkIssuer({ credential }: Presented, proof: Step, ownOrigin: string | undefined): Step {
  const id = issuerIdOf(credential);
  if (id === undefined) return failed('issuer', 'issuer-mismatch', 'the issuer has no id');
  if (proof.code === 'key-not-authorised')
    return failed('issuer', 'issuer-mismatch', `not signed by a key of ${id}`, { issuer: id });
  if (proof.code === 'key-unreachable')
    return notChecked('issuer', 'issuer-unreachable', proof.detail, { issuer: id });
  if (proof.result !== 'passed') return notChecked('issuer', 'skipped', 'the signature proves no issuer');
  if (isDidOf(id, ownOrigin))
    return passed('issuer', 'issuer-ours', 'issued by this service', { issuer: id });
  return passed('issuer', 'issuer-unknown', 'signed by its holder; identity not vouched for', { issuer: id });
}
