import type { Step, StepCode, StepName, StepResult } from '../../openbadges/report.ts';
import type { Clock, Fetched, Fetcher } from '../ports.ts';
import type { ProofChecker } from './proof-checker.ts';

/** Addresses that one verification may contact: a document must not turn the service into a crawler. */
const MAXIMUM_FETCHES = 24;
/** Credentials that one verification may look at beside the one that was given, at whatever depth they stand. */
const MAXIMUM_INNER = { badge: 64, endorsement: 32 } as const;

export interface VerificationNeeds {
  readonly fetcher: Fetcher;
  readonly proofChecker: ProofChecker;
  readonly clock: Clock;
  /** Our public origin: what it names is resolved at it, and its DID is ours. */
  readonly origin: string;
}

/** One verification under way: each address is fetched at most once. */
export interface Run {
  readonly proofs: ProofChecker;
  readonly ownOrigin: string;
  /** This very moment, in milliseconds since 1970: a list may have been signed since the verification began. */
  readonly now: () => number;
  /** How many credentials this one is embedded in. */
  readonly depth: number;
  /** Whether so many more credentials of a kind may be looked at; if so, they are counted. */
  admit(kind: keyof typeof MAXIMUM_INNER, count: number): boolean;
  fetch(url: string, accept: string): Promise<Fetched>;
}

export function startRun(needs: VerificationNeeds): Run {
  const fetched = new Map<string, Promise<Fetched>>();
  const fetch = (url: string, accept: string): Promise<Fetched> => {
    const known = fetched.get(url);
    if (known) return known;
    if (fetched.size >= MAXIMUM_FETCHES) {
      return Promise.resolve({ kind: 'unreachable', reason: 'too many addresses in one document' });
    }
    const answer = needs.fetcher.fetch(url, accept).catch((error: unknown): Fetched => {
      return { kind: 'unreachable', reason: error instanceof Error ? error.message : 'no answer' };
    });
    fetched.set(url, answer);
    return answer;
  };
  return {
    proofs: needs.proofChecker,
    ownOrigin: needs.origin,
    now: () => Date.parse(needs.clock.now()),
    depth: 0,
    admit: makeAdmission(),
    fetch,
  };
}

function makeAdmission(): Run['admit'] {
  const left: Record<keyof typeof MAXIMUM_INNER, number> = { ...MAXIMUM_INNER };
  return (kind, count) => {
    if (count > left[kind]) return false;
    left[kind] -= count;
    return true;
  };
}

type Details = Pick<Step, 'params'>['params'];

function makeStep(result: StepResult) {
  return (step: StepName, code: StepCode, detail: string, params?: Details): Step =>
    params ? { step, result, code, detail, params } : { step, result, code, detail };
}

export const passed = makeStep('passed');
export const failed = makeStep('failed');
export const notChecked = makeStep('not-checked');
