import type {
  StepCode,
  StepName,
  StepResult,
  Verdict,
} from '../../../src/open-badges/verification/report.ts';

/** One credential of the corpus with the verdict it must get. */
export interface CorpusCase {
  /** The file name without `.json`: the defect, or for a valid case its feature. */
  readonly name: string;
  readonly why: string;
  /** A credential or a JWS to paste, the text of a file, or its bytes in base64. */
  readonly input:
    | { readonly kind: 'document'; readonly document: unknown }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'base64'; readonly base64: string };
  readonly verdict: Verdict;
  /** The steps that the case tests; an invalid case has at least the step that fails. */
  readonly steps: Partial<Record<StepName, readonly [StepResult, StepCode]>>;
}

export interface Expected {
  readonly verdict: Verdict;
  readonly step: StepName;
  readonly code: StepCode;
  readonly result?: StepResult;
}

/** A case whose input is a document or a JWS. */
export function invalid(name: string, why: string, document: unknown, expected: Expected): CorpusCase {
  const { verdict, step, code, result = 'failed' } = expected;
  return { name, why, input: { kind: 'document', document }, verdict, steps: { [step]: [result, code] } };
}

/** A case that must be verified; `steps` are those that it tests. */
export function valid(
  name: string,
  why: string,
  document: unknown,
  steps: CorpusCase['steps'] = {},
): CorpusCase {
  return { name, why, input: { kind: 'document', document }, verdict: 'valid', steps };
}

export function proofError(code: StepCode, verdict: Verdict = 'signature-not-valid'): Expected {
  return { verdict, step: 'proof', code };
}

export const UNSUPPORTED = proofError('unsupported-proof', 'not-verifiable');
