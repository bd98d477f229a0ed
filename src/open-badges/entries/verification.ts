// The verification of credentials and presentations, and its report.
export type { VerificationInput } from '../reading/read-input.ts';
export {
  type InnerReport,
  isDoubtful,
  STEP_NAMES,
  type Step,
  type StepName,
  type StepResult,
  UNSUPPORTED_IN_BROWSER,
  type Verdict,
  type VerificationReport,
} from '../verification/report.ts';
export type { JudgeTrust, Run } from '../verification/run.ts';
export { makeVerifyCredential, type VerifyCredential } from '../verification/verify-credential.ts';
export {
  findEnvelopeError,
  makeVerifyPresentation,
  type VerifyPresentation,
} from '../verification/verify-presentation.ts';
