import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError, isClockUnsure, isSigningAway } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { isStoppable, type Job, type JobCommand } from '../../domain/job/types.ts';
import { secondsAfter } from '../../domain/time/calendar.ts';
import { yieldToEventLoop } from '../concurrency/async.ts';
import { type Allowance, UNLIMITED } from '../concurrency/query-budget.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';
import { type Held, isLost, type JobRequest, storeFailure } from './set-aside.ts';
import { counted, type Step, type TakeStep } from './step.ts';

/** Seconds for which one call works on a job, short enough for a page to wait. */
const VISIT_SECONDS = 2;

/** Attempts to take a step while others change what it decides on. */
const STEP_ATTEMPTS = 5;

/** The most queries of one step, including its commit. */
const STEP_QUERIES: Readonly<Record<JobCommand['kind'], number>> = {
  'propose-awards': 120,
  'decide-proposals': 240,
  'grant-due': 240,
  'try-criteria': 60,
  'measure-coverage': 40,
  'measure-coverage-day': 40,
  'ask-confirmations': 200,
  'send-message': 60,
  're-sign': 300,
  'ask-invariants': 150,
  'check-import': 60,
  'undo-import': 250,
  'revoke-many': 240,
};

const LONGEST_STEP_QUERIES = Math.max(...Object.values(STEP_QUERIES));

export type Steps = Readonly<Record<JobCommand['kind'], TakeStep>>;

/** Works on a job for a moment, unless the job waits or another process works on it. A step that signs waits while
 *  the keys are away, and one that is dated while the clock is not sure. Returns its progress; undefined if
 *  there is no such job. A failed attempt is logged and stored with the job, and then thrown. Throws `job-failed`
 *  for a job that waits for its next attempt or is set aside. */
export const advanceJob =
  (ports: Ports, steps: Steps) =>
  async (id: string, allowance = ports.beginAllowance?.() ?? UNLIMITED): Promise<Job | undefined> => {
    const { store, clock, ids } = ports;
    const by = ids.uuid();
    const visitEnd = secondsAfter(clock.now(), VISIT_SECONDS);
    let held: Held | undefined = await claim(ports, id, by);
    if (!held) return readUnlessFailed(store, id);
    try {
      while (clock.now() < visitEnd && allowance.has(STEP_QUERIES[held.job.command.kind])) {
        const claimed = held;
        const advanced = await takeStepAgain(() => advanceByStep(ports, steps, claimed));
        if (!advanced) return store.readJob(id);
        if (advanced.finishedAt) return advanced;
        // A database in the same process answers without any pause.
        await yieldToEventLoop();
        // An agent may have stopped the rest of the job in the meantime.
        held = await store.leaseJob(id, { by, ended: [], now: clock.now() });
        if (!held) return store.readJob(id);
      }
      return held.job;
    } catch (error) {
      if (isSigningAway(error) || isClockUnsure(error)) return store.readJob(id);
      if (held && !isUnavailable(error)) await storeFailure(ports, held, error);
      throw error;
    } finally {
      await store.releaseLeases('job', by);
    }
  };

async function readUnlessFailed(store: Store, id: string): Promise<Job | undefined> {
  const job = await store.readJob(id);
  if (job?.failure && !job.finishedAt) throw new DomainError('job-failed', { id, because: job.failure.code });
  return job;
}

function isUnavailable(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'unavailable';
}

/** Claims the job. Only if someone has claimed it, the claim is looked at: it may have ended. */
async function claim({ store, clock, leases }: Ports, id: string, by: string): ReturnType<Store['leaseJob']> {
  const now = clock.now();
  const free = await store.leaseJob(id, { by, ended: [], now });
  if (free) return free;
  const ended = await leases.findEnded('job');
  return ended.length > 0 ? store.leaseJob(id, { by, ended, now }) : undefined;
}

/** The job after its step; undefined if another process has taken the job over, or it was stopped. Where
 *  records changed in the meantime, the step is taken again on the new state. */
async function takeStepAgain(step: () => Promise<Job>): Promise<Job | undefined> {
  for (let attemptsLeft = STEP_ATTEMPTS; ; attemptsLeft -= 1) {
    try {
      return await step();
    } catch (error) {
      if (isLost(error)) return undefined;
      if (!isConflict(error) || attemptsLeft === 1) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'store-conflict';
}

/** Reads, decides and commits one step with its progress. Fails with `store-conflict` where the records read
 *  were changed in the meantime. */
function advanceByStep(ports: Ports, steps: Steps, held: Held): Promise<Job> {
  const auditContext = { road: 'job' as const, request: held.job.id };
  return ports.occasions.within(auditContext, () => doStep(ports, steps, held));
}

async function doStep({ store, clock }: Ports, steps: Steps, { job, claim }: Held): Promise<Job> {
  const { progress, advanced, finished, changes } = await takeStep(steps, job);
  const { failure: _over, ...rest } = job;
  const now = clock.now();
  const advancedJob: Job = {
    ...rest,
    progress,
    done: job.done + advanced,
    movedAt: now,
    ...(finished && { finishedAt: now }),
  };
  // The claim is checked before anything of the step is written.
  await store.commit([{ kind: 'job-advanced', job: advancedJob, claim }, ...changes]);
  return advancedJob;
}

/** Takes a step. A job that can never be done is ended with its reason. Otherwise its page would always show
 *  an error, and the jobs after it would never run. */
async function takeStep(steps: Steps, job: Job): Promise<Step> {
  try {
    return await steps[job.command.kind](job);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'no-criteria-in-force') throw error;
    const counts = counted(job.progress.counts, [error.code]);
    return { progress: { ...job.progress, counts }, advanced: 0, finished: true, changes: [] };
  }
}

export type AdvanceJob = ReturnType<typeof advanceJob>;

/** Works on a job briefly, for a page that shows a failure instead of ending with an error. */
export const showJob =
  ({ store }: Pick<Ports, 'store'>, advance: AdvanceJob) =>
  async (id: string): Promise<Job | undefined> => {
    try {
      return await advance(id);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      return store.readJob(id);
    }
  };

/** The most jobs that one call looks at, and the most that it continues. Those that wait for the keys stand among
 *  the due ones, and must not keep the others waiting. */
const MOST_DUE = 50;
const MOST_CONTINUED = 3;

/** Continues jobs that no page is watching, as long as the remaining queries are enough for a step of any
 *  job. A failing job does not stop the others. Returns whether one of them could go on at once. */
export const advanceJobs =
  ({ store, clock }: Ports, advance: AdvanceJob) =>
  async (allowance: Allowance): Promise<boolean> => {
    const advanceOrSkip = showJob({ store }, (id) => advance(id, allowance));
    let [goesOn, continued] = [false, 0];
    for (const id of await store.readDueJobs(clock.now(), MOST_DUE)) {
      if (continued === MOST_CONTINUED || !allowance.has(LONGEST_STEP_QUERIES)) return goesOn;
      const visitEnd = secondsAfter(clock.now(), VISIT_SECONDS);
      const job = await advanceOrSkip(id);
      // A job that waits is left before its time is over.
      const isLeft = !job || (!job.finishedAt && clock.now() < visitEnd);
      if (isLeft) continue;
      continued += 1;
      if (!job.finishedAt) goesOn = true;
    }
    return goesOn;
  };

/** Cancels the rest of a decision, of a campaign's requests or of an import's undoing. Badges already granted
 *  or refused, requests sent and records undone stay so; the rest waits as before. Returns the job, unchanged
 *  where it has already ended; undefined if there is none. Throws `invalid-request` for a job that cannot
 *  be stopped. */
export const takeBackJob =
  ({ store, clock }: Ports) =>
  ({ id, actor }: JobRequest): Promise<Job | undefined> =>
    retryOnConflict(async () => {
      const job = await store.readJob(id);
      if (job && !isStoppable(job.command)) {
        throw new DomainError('invalid-request', { reason: 'this work cannot be stopped' });
      }
      if (!job || job.finishedAt) return job;
      const at = clock.now();
      const left = Math.max(0, job.total - job.done);
      const counts = { ...job.progress.counts, 'taken-back': left };
      await store.commit([
        { kind: 'job-taken-back', asRead: job, progress: { ...job.progress, counts }, at },
        audit(stopOf(job), {
          at,
          actor,
          subject: id,
          details: { left: String(left) },
        }),
      ]);
      return store.readJob(id);
    });

function stopOf({ command: { kind } }: Job): AuditAction {
  if (kind === 'ask-confirmations') return 'asking-stopped';
  return kind === 'undo-import' ? 'undoing-stopped' : 'decision-taken-back';
}

/** Ends the waiting time of a decision, so that it starts now. From then on its badges can only be
 *  revoked. */
export const startJob =
  ({ store, clock }: Ports) =>
  ({ id, actor }: JobRequest): Promise<Job | undefined> =>
    retryOnConflict(async () => {
      const job = await readDecision(store, id);
      if (!job || job.finishedAt || !job.startsAt) return job;
      const at = clock.now();
      await store.commit([
        { kind: 'job-started', id },
        audit('decision-started', { at, actor, subject: id }),
      ]);
      return store.readJob(id);
    });

const DECISIONS: readonly JobCommand['kind'][] = ['decide-proposals', 'grant-due', 'revoke-many'];

async function readDecision(store: Store, id: string): Promise<Job | undefined> {
  const job = await store.readJob(id);
  if (job && !DECISIONS.includes(job.command.kind)) {
    throw new DomainError('invalid-request', { reason: 'this work decides on nothing' });
  }
  return job;
}

/** The work that a person began: jobs that still run, and jobs that have ended since the last call. An ended
 *  job is returned only once. */
const readOwnWork =
  ({ store }: Ports) =>
  async (personId: PersonId): Promise<readonly Job[]> => {
    const jobs = await store.readUntoldJobs(personId);
    const over = jobs.filter(({ finishedAt }) => finishedAt !== undefined).map(({ id }) => id);
    if (over.length > 0) await store.commit([{ kind: 'jobs-told', ids: over }]);
    return jobs;
  };

export const jobServices = useCases({ takeBackJob, startJob, readOwnWork });
