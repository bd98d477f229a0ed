interface StepOutcome {
  readonly step: string;
  readonly code: string;
  readonly result?: string;
}

/** The step that explains a verdict that leaves a question open, as a valid one does where its holder chose
 *  what is shown. Where the signature is not established, it is the
 *  signature's step; else the first step that did not pass for a reason of its own. */
export function reasonOf<Step extends StepOutcome>({
  verdict,
  steps,
}: {
  readonly verdict: string;
  readonly steps: readonly Step[];
}): Step | undefined {
  const faulty = steps.filter(({ result, code }) => result !== 'passed' && code !== 'skipped');
  const find = (name: string) => faulty.find(({ step: one }) => one === name);
  switch (verdict) {
    case 'valid':
    case 'partial':
      return steps.findLast(({ code }) => code === 'status-not-shown' || code === 'end-not-shown');
    case 'signature-not-valid':
    case 'not-confirmed':
      return find('proof') ?? find('issuer');
    case 'departs':
      return find('schema');
    case 'status-unreachable':
      return find('status');
    case 'inner-not-valid':
      return find('endorsements');
    case 'not-verifiable':
      return faulty.find(({ step: one, result }) => one === 'proof' && result === 'failed') ?? faulty[0];
    default:
      return undefined;
  }
}
