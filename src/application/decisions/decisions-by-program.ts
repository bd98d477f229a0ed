import { DomainError } from '../../domain/errors.ts';
import { type PersonId, personIdsAmong } from '../../domain/ids.ts';
import type { Job, JobCommand } from '../../domain/job/job.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { AdvanceJob } from '../jobs/advance-job.ts';
import { startJob, takeBackJob } from '../jobs/take-back-job.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { type DecisionSums, decisionSums } from './decision-sums.ts';

/** The most decisions listed for a program. */
const MOST_LISTED = 200;

/** A decision on many badges: how far it is, and what others decided on its badges meanwhile. The command line
 *  prints it, and the API returns it. */
export interface DecisionLine extends DecisionSums {
  readonly kind: 'decision';
  readonly id: string;
  /** A person's name, or the program as the audit names it. */
  readonly by: string;
  readonly madeAt: Instant;
  /** Nothing is carried out before this instant. */
  readonly startsAt?: Instant;
  readonly finishedAt?: Instant;
  readonly done: number;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface DecisionAct {
  readonly id: string;
  /** `look` changes nothing, `continue` does a part of the work, `start` ends the wait before it, and `stop`
   *  leaves the remaining badges in the queue. */
  readonly act: 'look' | 'continue' | 'start' | 'stop';
  readonly actor: string;
}

/** The decisions on many badges, for a program: those of the screen and those of programs alike. */
export const decisionsByProgram = (ports: Ports, advanceJob: AdvanceJob) => {
  const { store } = ports;
  return {
    /** The decisions that wait or are being carried out, the oldest first. */
    list: async (): Promise<readonly DecisionLine[]> =>
      toLines(store, await store.readUnfinishedJobs('decide-proposals', MOST_LISTED)),

    /** Throws `not-found` where the id belongs to no such decision. */
    act: async ({ id, act, actor }: DecisionAct): Promise<DecisionLine> => {
      const found = await store.readJob(id);
      if (found?.command.kind !== 'decide-proposals') throw new DomainError('not-found');
      const asked = { id, actor: actor as PersonId };
      if (act === 'start') await startJob(ports)(asked);
      if (act === 'stop') await takeBackJob(ports)(asked);
      if (act === 'start' || act === 'continue') await advanceJob(id);
      return readDecisionLine(store, (await store.readJob(id)) ?? found);
    },
  };
};

/** One decision. Throws `not-found` where the work decides on no proposals. */
export async function readDecisionLine(store: Store, job: Job): Promise<DecisionLine> {
  const [line] = await toLines(store, [job]);
  if (!line) throw new DomainError('not-found');
  return line;
}

async function toLines(store: Store, jobs: readonly Job[]): Promise<readonly DecisionLine[]> {
  const actors = jobs.flatMap(({ madeBy, progress }) => [
    madeBy,
    ...(progress.meanwhile ?? []).map(({ by }) => by),
  ]);
  const people = await store.readPeople(personIdsAmong(actors));
  const names = new Map<string, string>(
    people.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]),
  );
  const nameOf = (actor: string) => names.get(actor) ?? actor;
  return jobs.flatMap(({ command, ...job }) =>
    command.kind === 'decide-proposals' ? toLine({ command, ...job }, nameOf) : [],
  );
}

function toLine(
  job: Omit<Job, 'command'> & { readonly command: Extract<JobCommand, { kind: 'decide-proposals' }> },
  nameOf: (actor: string) => string,
): DecisionLine {
  const { id, command, madeBy, madeAt, startsAt, finishedAt, done, total, progress } = job;
  const sums = decisionSums(command, progress);
  return {
    kind: 'decision',
    ...{ id, by: nameOf(madeBy), madeAt },
    ...(finishedAt ? { finishedAt } : startsAt && { startsAt }),
    ...{ done, total, counts: progress.counts },
    ...sums,
    meanwhile: sums.meanwhile.map((one) => ({ ...one, by: nameOf(one.by) })),
  };
}
