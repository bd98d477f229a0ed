import { hasErrorCode } from '../errors.ts';
import { VERIFICATION_LIMITS } from './limits.ts';
import type { Step, StepCode, StepName } from './report.ts';
import { DeadlineError, failed, notChecked, type Run } from './run.ts';

/** The code of a step whose check met an unexpected error. Such a step has not passed. */
const UNFORESEEN: Readonly<Record<StepName, StepCode>> = {
  document: 'not-a-credential',
  schema: 'schema-mismatch',
  proof: 'unsupported-proof',
  issuer: 'issuer-unreachable',
  validity: 'bad-dates',
  status: 'status-list-invalid',
  endorsements: 'endorsement-invalid',
};

/** The result of a check, or the step with the reason why there is none: the time is over, or an unexpected
 *  error occurred. Throws only `overloaded`. */
export async function guarded<Result>(
  name: StepName,
  run: Run,
  check: () => Promise<Result>,
): Promise<Result | Step> {
  try {
    return await run.inTime(check());
  } catch (error) {
    // This error is not about the document, so the caller may ask again.
    if (hasErrorCode(error, 'overloaded')) throw error;
    if (error instanceof DeadlineError) {
      return notChecked(name, 'too-slow', error.message, {
        seconds: VERIFICATION_LIMITS.milliseconds / 1000,
      });
    }
    return failed(name, UNFORESEEN[name], error instanceof Error ? error.message : 'unforeseen');
  }
}
