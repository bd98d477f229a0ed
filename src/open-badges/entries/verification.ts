// The verification of credentials and presentations, and its report.
export type { VerificationInput } from '../reading/read-input.ts';
export {
  BEYOND_DEVICE,
  type InnerReport,
  isDoubtful,
  STEP_NAMES,
  type Step,
  type StepName,
  type StepResult,
  type Verdict,
  type VerificationReport,
} from '../verification/report.ts';
export type { JudgeTrust, Run } from '../verification/run.ts';
export { makeVerifyCredential, type VerifyCredential } from '../verification/verify-credential.ts';
export {
  findEnvelopeFault,
  makeVerifyPresentation,
  type VerifyPresentation,
} from '../verification/verify-presentation.ts';
