import type { Step, StepName } from '#open-badges/verification';

/** A problem in the form of the W3C's verification results (VCDM 2.0 §7.3). */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
}

const DATA_MODEL = 'https://www.w3.org/TR/vc-data-model#';
const STATUS_LIST = 'https://www.w3.org/ns/credentials/status-list#';

const KINDS: Readonly<Record<StepName, readonly [string, string]>> = {
  document: [`${DATA_MODEL}PARSING_ERROR`, 'The document cannot be read'],
  schema: [`${DATA_MODEL}MALFORMED_VALUE_ERROR`, 'A value is malformed'],
  proof: [`${DATA_MODEL}CRYPTOGRAPHIC_SECURITY_ERROR`, 'The proof does not verify'],
  issuer: [`${DATA_MODEL}CRYPTOGRAPHIC_SECURITY_ERROR`, 'The issuer did not sign it'],
  validity: [`${DATA_MODEL}RANGE_ERROR`, 'The dates exclude this moment'],
  status: [`${STATUS_LIST}STATUS_VERIFICATION_ERROR`, 'The status is not good'],
  endorsements: [`${DATA_MODEL}CRYPTOGRAPHIC_SECURITY_ERROR`, 'A credential inside does not verify'],
};

/** Steps that must have passed. For the others it is enough that they did not fail. */
const REQUIRED: ReadonlySet<StepName> = new Set(['proof', 'validity', 'status']);

/** One problem for each step that prevents the credential from being verified. */
export function problemsOfSteps(steps: readonly Step[]): readonly ProblemDetails[] {
  const standing = steps.filter(
    ({ step, result, code }) =>
      result === 'failed' || (REQUIRED.has(step) && result !== 'passed' && code !== 'skipped'),
  );
  return standing.map(({ step, code, detail }) => {
    const [type, title] = KINDS[step];
    if (code === 'status-unreachable') return { type: `${STATUS_LIST}STATUS_RETRIEVAL_ERROR`, title, detail };
    return { type, title, detail };
  });
}

/** The problem of a request that contains nothing to verify. */
export function malformed(detail: string): ProblemDetails {
  return { type: `${DATA_MODEL}PARSING_ERROR`, title: KINDS.document[1], detail };
}
