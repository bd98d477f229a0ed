import { audit } from '../../domain/audit/entry.ts';
import { checkDue } from '../../domain/award/scheduled-decision.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { invariantsOf } from '../../domain/integrity/invariant.ts';
import { isShared, type Job, type JobCommand } from '../../domain/job/types.ts';
import { localDateInParis, secondsAfter } from '../../domain/time/calendar.ts';
import { refuseFutureDay } from '../../domain/time/school-year.ts';
import { countEngagementsToRequest } from '../confirmations/request-from-principals.ts';
import { digestOf } from '../digest.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';

/** Begins a job. Its page and the timer take its steps, once its waiting time is over. If the same person
 *  begins the same job again before it is finished, both are one job: a decision sent twice can be taken back
 *  once. Work on an import is one job for everybody, and work that looks at the present records is new work once
 *  it has begun to look. Throws `day-to-come` where criteria would be tried as of a future day, and
 *  `hour-out-of-range` for a decision that is dated in the past or too far ahead, and `undo-underway` while another
 *  import is being undone. */
export const beginJob =
  (ports: Ports) =>
  async (command: JobCommand, madeBy: PersonId, waitSeconds = 0): Promise<Job> => {
    const { store, clock } = ports;
    if (command.kind === 'grant-due') checkDue(command.at, clock.now());
    if ('on' in command && command.on) refuseFutureDay(command.on, localDateInParis(clock.now()));
    const onceKey = await onceKeyOf(command, madeBy);
    const same = await store.readUnfinishedJobOf(onceKey);
    if (same) return refuseOther(same, command);
    try {
      return await begin(ports, { command, madeBy, waitSeconds, onceKey });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
      const other = await store.readUnfinishedJobOf(onceKey);
      return other ? refuseOther(other, command) : begin(ports, { command, madeBy, waitSeconds, onceKey });
    }
  };

/** One undoing runs at a time, whichever import it is about. */
function onceKeyOf(command: JobCommand, madeBy: PersonId): Promise<string> {
  if (command.kind === 'undo-import') return digestOf({ command: { kind: command.kind } });
  return digestOf({ command, ...(!isShared(command) && { madeBy }) });
}

/** The job, unless it undoes another import. */
function refuseOther(job: Job, command: JobCommand): Job {
  const isOther =
    command.kind === 'undo-import' && 'importId' in job.command && job.command.importId !== command.importId;
  if (isOther) throw new DomainError('undo-underway', { id: job.id });
  return job;
}

interface Begun extends Pick<Job, 'command' | 'madeBy'> {
  readonly waitSeconds: number;
  readonly onceKey: string;
}

async function begin(ports: Ports, { command, ...begun }: Begun): Promise<Job> {
  const total = await totalOf(ports, command);
  const { job, changes } = prepare(ports, { command, ...begun, total });
  await ports.store.commit(changes);
  return job;
}

/** A job with the changes that begin it, for the commit of its cause. */
export async function prepareJob(ports: Ports, requested: Omit<Prepared, 'onceKey'>): Promise<PreparedJob> {
  const { command, madeBy } = requested;
  return prepare(ports, { ...requested, onceKey: await digestOf({ command, madeBy }) });
}

interface Prepared extends Begun {
  readonly total: number;
}

interface PreparedJob {
  readonly job: Job;
  readonly changes: readonly Change[];
}

function prepare(
  { clock, ids }: Ports,
  { command, madeBy, waitSeconds, onceKey, total }: Prepared,
): PreparedJob {
  const at = clock.now();
  const startsAt = command.kind === 'grant-due' ? command.at : secondsAfter(at, waitSeconds);
  const job: Job = {
    id: ids.uuid(),
    command,
    progress: { phase: 0, counts: {} },
    done: 0,
    total,
    madeBy,
    madeAt: at,
    ...(startsAt > at && { startsAt }),
  };
  const changes: readonly Change[] = [
    { kind: 'job-begun', job, onceKey },
    audit(`job-begun-${command.kind}`, { at, actor: madeBy, subject: job.id }),
  ];
  return { job, changes };
}

function totalOf(ports: Ports, command: JobCommand): Promise<number> | number {
  const { store } = ports;
  switch (command.kind) {
    case 'propose-awards':
    case 'grant-due':
    case 'try-criteria':
      return store.countRecipients();
    case 'decide-proposals':
    case 'revoke-many':
      return command.ids.length;
    case 'measure-coverage':
    case 'measure-coverage-day':
      return store.countRows().then(({ establishments }) => establishments);
    case 're-sign':
      return store.countRows().then(({ credentials }) => credentials);
    case 'ask-invariants':
      return invariantsOf('quick').length;
    case 'ask-confirmations':
      return countEngagementsToRequest(ports, command.campaignId);
    case 'send-message':
      return store.readMessage(command.messageId).then((message) => message?.people ?? 0);
    case 'check-import':
      return store.countImportBatches(command.importId);
    case 'undo-import':
      return countToUndo(store, command.importId);
  }
}

async function countToUndo(store: Store, importId: string): Promise<number> {
  const counts = await store.countUndoRecords(importId);
  return counts.reduce((sum, { verdict, count }) => sum + (verdict === 'undo' ? count : 0), 0);
}
