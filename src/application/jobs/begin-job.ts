import { audit } from '../../domain/audit.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { SchoolScope } from '../../domain/engagement/school-scope.ts';
import type { PersonId } from '../../domain/ids.ts';
import { dayLived } from '../../domain/time/day-lived.ts';
import { localDateInParis, secondsAfter } from '../../domain/time/time.ts';
import type { Job, JobCommand } from '../../domain/work/job.ts';
import { countAsked } from '../campaigns/ask-confirmations.ts';
import type { Clock, Ids, Store } from '../ports.ts';

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
  readonly scope: SchoolScope;
}

/** Begins a job; its steps are taken by whoever looks at it, and by the timer, once it has waited. Asked for again by the
 *  same person before anything is done of it, it is the same job: a decision that was sent twice is taken back once.
 *  Throws `day-to-come` where criteria would be tried as of a later day than today. */
export const beginJob =
  ({ store, clock, ids, scope }: Needs) =>
  async (command: JobCommand, madeBy: PersonId, waitSeconds = 0): Promise<Job> => {
    const at = clock.now();
    if (command.kind === 'try-criteria') dayLived(command.on, localDateInParis(at));
    const waiting = await store.readUnfinishedJobs(command.kind);
    const same = waiting.find((one) => isSame(one, { command, madeBy }));
    if (same) return same;
    const job: Job = {
      id: ids.uuid(),
      command,
      progress: { phase: 0, counts: {} },
      done: 0,
      total: await totalOf({ store, scope }, command),
      madeBy,
      madeAt: at,
      ...(waitSeconds > 0 && { startsAt: secondsAfter(at, waitSeconds) }),
    };
    await store.commit([
      { kind: 'job-begun', job },
      audit(`job-begun-${command.kind}`, { at, actor: madeBy, subject: job.id }),
    ]);
    return job;
  };

function isSame(job: Job, { command, madeBy }: Pick<Job, 'command' | 'madeBy'>): boolean {
  const isUntouched = job.done === 0 && Object.keys(job.progress.counts).length === 0;
  return isUntouched && job.madeBy === madeBy && canonicalJson(job.command) === canonicalJson(command);
}

function totalOf(needs: Pick<Needs, 'store' | 'scope'>, command: JobCommand): Promise<number> | number {
  const { store } = needs;
  switch (command.kind) {
    case 'propose-awards':
    case 'try-criteria':
      return store.countRecipients();
    case 'decide-proposals':
      return command.ids.length;
    case 'measure-coverage':
      return store.countRows().then(({ establishments }) => establishments);
    case 're-sign':
      return store.countRows().then(({ credentials }) => credentials);
    case 'ask-confirmations':
      return countAsked(needs, command.campaignId);
  }
}
