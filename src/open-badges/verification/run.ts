import type { Fetched, Fetcher } from '../fetching/fetcher.ts';
import type { ProofChecker } from '../proofs/checker.ts';
import type { FileReader } from '../reading/file-reader.ts';
import type { KnownLists } from '../status/known-lists.ts';
import { VERIFICATION_LIMITS } from './limits.ts';
import type { IssuerTrust, Step, StepCode, StepName, StepResult, VerificationReport } from './report.ts';

/** The present instant, as an RFC 3339 date-time. */
interface VerifierClock {
  now(): string;
}

export interface VerifierDeps {
  readonly fetcher: Fetcher;
  readonly proofChecker: ProofChecker;
  readonly files: FileReader;
  readonly clock: VerifierClock;
  /** The public origin of the service that verifies, if it issues badges itself: the report then confirms its own
   *  issuer (`issuer-ours`). The fetcher must answer addresses on this origin. */
  readonly origin?: string | undefined;
  /** The id of that service's Profile of Open Badges 2.0, if it also publishes hosted badges. */
  readonly legacyIssuer?: string | undefined;
  /** Judges how well issuers are known; where it is absent, the report says nothing about this. */
  readonly judgeTrust?: JudgeTrust;
}

/** This service's knowledge of the issuer of a verified credential; undefined if the issuer is not
 *  established. */
export type JudgeTrust = (
  report: Pick<VerificationReport, 'steps' | 'credential' | 'older'>,
  run: Run,
) => Promise<IssuerTrust | undefined>;

/** Thrown when the time of one verification is over. The remaining steps are not checked. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  constructor() {
    super(`stopped after ${VERIFICATION_LIMITS.milliseconds} ms`);
  }
}

/** A verification that is running. */
export interface StartedRun {
  readonly run: Run;
  /** Stops the clock of the verification. */
  readonly end: () => void;
}

/** One verification. Each address is fetched at most once, and all work ends at one deadline. */
export interface Run {
  readonly proofs: ProofChecker;
  readonly files: FileReader;
  readonly ownOrigin: string | undefined;
  readonly ownLegacyIssuer?: string | undefined;
  /** The present moment, in milliseconds since 1970. It is read again each time, because a list may be signed
   *  after the verification began. */
  readonly now: () => number;
  readonly judgeTrust?: JudgeTrust | undefined;
  /** The status lists whose signature earlier verifications found good. */
  readonly lists: KnownLists;
  /** True if the credential is itself a newer version published by its issuer. No further version is then
   *  read. */
  readonly isRefreshed?: true;
  /** Whether the caller asks about what a holder shows, and not about the whole. */
  readonly acceptsPart: boolean;
  /** Number of credentials that contain this one. */
  readonly depth: number;
  /** Whether this number of further inner credentials may be checked; if so, they are counted. In a JWT their
   *  number is known only after it is read. */
  admit(kind: 'badges' | 'endorsements', count: number): boolean;
  fetch(url: string, accept: string): Promise<Fetched>;
  /** The result of the work, or a `DeadlineError` if the time of the verification ends first. */
  inTime<Result>(work: Promise<Result>): Promise<Result>;
}

export function startRun(needs: VerifierDeps, lists: KnownLists, acceptsPart = false): StartedRun {
  const fetched = new Map<string, Promise<Fetched>>();
  const { inTime, end } = startDeadline();
  const fetch = (url: string, accept: string): Promise<Fetched> => {
    const known = fetched.get(url);
    if (known) return known;
    if (fetched.size >= VERIFICATION_LIMITS.fetches) {
      // A document must not make the service fetch an unlimited number of addresses.
      const reason = `too many addresses in one document: at most ${VERIFICATION_LIMITS.fetches}`;
      return Promise.resolve({ kind: 'unreachable', reason });
    }
    const answer = inTime(needs.fetcher.fetch(url, accept)).catch((error: unknown): Fetched => {
      return { kind: 'unreachable', reason: error instanceof Error ? error.message : 'no answer' };
    });
    fetched.set(url, answer);
    return answer;
  };
  const run: Run = {
    proofs: needs.proofChecker,
    files: needs.files,
    ownOrigin: needs.origin,
    ownLegacyIssuer: needs.legacyIssuer,
    now: () => Date.parse(needs.clock.now()),
    judgeTrust: needs.judgeTrust,
    lists,
    acceptsPart,
    depth: 0,
    admit: makeAdmission(),
    fetch,
    inTime,
  };
  return { run, end };
}

/** One timer serves all steps of a verification. */
function startDeadline(): { readonly inTime: Run['inTime']; readonly end: () => void } {
  let isOver = false;
  // What has its result already takes no notice of the end.
  const giveUps: ((error: DeadlineError) => void)[] = [];
  const stop = () => {
    isOver = true;
    for (const giveUp of giveUps) giveUp(new DeadlineError());
  };
  const timer = setTimeout(stop, VERIFICATION_LIMITS.milliseconds);
  return {
    // Cheaper than `Promise.race`, which a verification would call a dozen times.
    inTime: (work) =>
      new Promise((resolve, reject) => {
        if (isOver) reject(new DeadlineError());
        else giveUps.push(reject);
        work.then(resolve, reject);
      }),
    end: () => clearTimeout(timer),
  };
}

function makeAdmission(): Run['admit'] {
  const left = {
    badges: VERIFICATION_LIMITS.badges as number,
    endorsements: VERIFICATION_LIMITS.endorsements as number,
  };
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
