import { DomainError } from '../../domain/errors.ts';
import { invariantsOf, type StoredInvariantAnswer } from '../../domain/integrity/invariant.ts';
import { type Instant, isWithin, localDateInParis, secondsAfter } from '../../domain/time/calendar.ts';
import { SYSTEM_ACTOR } from '../audit/context.ts';
import { beginJob } from '../jobs/begin.ts';
import type { TakeStep } from '../jobs/step.ts';
import type { Ports } from '../service-ports.ts';
import { checkPageTwice, withPage } from './services.ts';

/** The night begins with the day, and lasts an hour. */
const NIGHT_SECONDS = 3600;
/** A service that is stopped at night looks once it is this late. */
const LATE_SECONDS = 36 * 3600;

/** Begins the look of this night as a job, whose steps any process takes. The id of the job contains the day, so
 *  that several processes begin only one. */
export const beginNightlyCheck = (ports: Ports) => async (): Promise<void> => {
  const { store, clock } = ports;
  const now = clock.now();
  const today = localDateInParis(now);
  const latest = await store.readLatestJob('ask-invariants');
  if (latest && localDateInParis(latest.madeAt) === today) return;
  const isNight = localDateInParis(secondsAfter(now, -NIGHT_SECONDS)) !== today;
  const isLate = latest !== undefined && !isWithin(now, latest.madeAt, LATE_SECONDS);
  if (!isNight && !isLate) return;
  const ids = { ...ports.ids, uuid: () => `ask-invariants-${today}` };
  try {
    await beginJob({ ...ports, ids })({ kind: 'ask-invariants' }, SYSTEM_ACTOR);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
  }
};

/** Asks one part of one invariant, and keeps what was found so far. The answers of the last night are replaced
 *  one by one. */
export const askStep =
  (ports: Ports): TakeStep =>
  async ({ progress, madeAt }) => {
    const names = invariantsOf('quick');
    const { phase, after, counts } = progress;
    const invariant = names[phase];
    if (invariant === undefined) return { progress, advanced: 0, finished: true, changes: [] };
    const before = await readBefore(ports, { invariant, begunAt: madeAt, goesOn: after !== undefined });
    const { answer, next } = await askOnce(ports, before, after);
    const isLast = next === undefined && phase === names.length - 1;
    return {
      progress: {
        phase: next === undefined ? phase + 1 : phase,
        counts,
        ...(next !== undefined && { after: next }),
      },
      advanced: next === undefined ? 1 : 0,
      finished: isLast,
      changes: [{ kind: 'invariant-looked', answer: { ...answer, lookedAt: ports.clock.now() } }],
    };
  };

async function askOnce(
  ports: Ports,
  before: Omit<StoredInvariantAnswer, 'lookedAt'>,
  after: string | undefined,
) {
  try {
    const { next, ...part } = await checkPageTwice(ports)({ invariant: before.invariant, after });
    return { answer: { ...before, ...withPage(before, part) }, next };
  } catch (error) {
    // Without a database, nothing could be kept either.
    if (!(error instanceof DomainError)) throw error;
    return { answer: { ...before, failure: error.code }, next: undefined };
  }
}

interface InvariantRun extends Pick<StoredInvariantAnswer, 'invariant' | 'begunAt'> {
  readonly goesOn: boolean;
}

async function readBefore(
  { store }: Ports,
  { invariant, begunAt, goesOn }: InvariantRun,
): Promise<Omit<StoredInvariantAnswer, 'lookedAt'>> {
  const saved = goesOn ? await store.readInvariantAnswers() : [];
  const { lookedAt: _, ...own } = saved.find(
    (one) => one.invariant === invariant && one.begunAt === begunAt,
  ) ?? {
    ...{ invariant, begunAt, looked: 0, count: 0, found: [] },
    lookedAt: begunAt,
  };
  return own;
}

/** The last look of the service at itself; undefined before the first one. */
export interface LastCheck {
  readonly answers: readonly StoredInvariantAnswer[];
  readonly from: Instant;
  readonly to: Instant;
  /** Whether another one is replacing it. */
  readonly isUnderWay: boolean;
}

/** Answers of invariants that are no longer asked are left out. */
export const readLastCheck =
  ({ store }: Ports) =>
  async (): Promise<LastCheck | undefined> => {
    const names = invariantsOf('quick');
    const saved = await store.readInvariantAnswers();
    const answers = names.flatMap((name) => saved.find(({ invariant }) => invariant === name) ?? []);
    const [from] = answers.map(({ begunAt }) => begunAt).toSorted();
    const to = answers
      .map(({ lookedAt }) => lookedAt)
      .toSorted()
      .at(-1);
    if (from === undefined || to === undefined) return undefined;
    const job = await store.readLatestJob('ask-invariants');
    return { answers, from, to, isUnderWay: job !== undefined && job.finishedAt === undefined };
  };
