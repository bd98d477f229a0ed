import { type AuditAction, audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { isStoppable, type Job } from '../../domain/job/job.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';

interface Asked {
  readonly id: string;
  readonly actor: PersonId;
}

/** Cancels the rest of a decision, of a campaign's requests or of an import's undoing. Badges already granted
 *  or refused, requests sent and records undone stay so; the rest waits as before. Returns the job, unchanged
 *  where it has already ended; undefined where there is none. Throws `invalid-request` for a job that cannot
 *  be stopped. */
export const takeBackJob =
  ({ store, clock }: Ports) =>
  ({ id, actor }: Asked): Promise<Job | undefined> =>
    onceMore(async () => {
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
  ({ id, actor }: Asked): Promise<Job | undefined> =>
    onceMore(async () => {
      const job = await readDecision(store, id);
      if (!job || job.finishedAt || !job.startsAt) return job;
      const at = clock.now();
      await store.commit([
        { kind: 'job-started', id },
        audit('decision-started', { at, actor, subject: id }),
      ]);
      return store.readJob(id);
    });

async function readDecision(store: Store, id: string): Promise<Job | undefined> {
  const job = await store.readJob(id);
  if (job && job.command.kind !== 'decide-proposals' && job.command.kind !== 'revoke-many') {
    throw new DomainError('invalid-request', { reason: 'this work decides on nothing' });
  }
  return job;
}
