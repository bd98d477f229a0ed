import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import { nextAttemptAt, type OutboxItem, type OutboxTask } from '../../domain/outbox.ts';
import { secondsAfter } from '../../domain/time/time.ts';
import { type PublishNeeds, signIfStale } from '../credentials/publish-status-list.ts';
import { type ReSignCredentialNeeds, reSignCredential } from '../credentials/re-sign-credential.ts';
import type { Mailer } from '../mail/mailer.ts';
import { sendMail } from '../mail/send-mail.ts';
import type { Catalogue, Ids, Log } from '../ports.ts';
import { type Allowance, type BeginAllowance, UNLIMITED } from '../query-allowance.ts';
import { reasonOf } from '../reason-of.ts';
import type { LivingSettings } from '../settings/living-settings.ts';

type Kind = OutboxTask['kind'];

/** The most queries of a task, successful or not. */
const TASK_QUERIES: Readonly<Record<Kind, number>> = {
  'publish-status-list': 6,
  're-sign-credential': 20,
  'send-mail': 16,
};

/** The number of tasks claimed together, the most urgent kind first. A mail is claimed alone, because a mail
 *  server may be slow. */
const CLAIM_SIZES: Readonly<Record<Kind, number>> = {
  'publish-status-list': 10,
  're-sign-credential': 5,
  'send-mail': 1,
};
/** Seconds after which another process may take over the tasks of a killed process. */
const LEASE_SECONDS = 15;

type Needs = PublishNeeds &
  ReSignCredentialNeeds & {
    readonly ids: Ids;
    readonly log: Log;
    readonly catalogue: Catalogue;
    readonly settings: Pick<LivingSettings, 'words'>;
    readonly beginAllowance?: BeginAllowance;
    /** Absent where this process sends no mail. Mails are then left to a process that does. */
    readonly mailer?: Mailer;
  };

/** Does the tasks that are due, of one kind or of all, until none is left or the allowed queries are used up.
 *  Returns the number of tasks done here. The changes of a task are committed together with its completion,
 *  so that it has effect once only, whichever process does it. A failed task is tried again later and never
 *  given up. */
export const emptyOutbox =
  (needs: Needs) =>
  async (only?: Kind, allowance = needs.beginAllowance?.() ?? UNLIMITED): Promise<number> => {
    const run = { by: needs.ids.uuid(), allowance };
    let done = 0;
    for (const kind of only ? [only] : (Object.keys(CLAIM_SIZES) as Kind[])) {
      if (kind !== 'send-mail' || needs.mailer) done += await emptyOfKind(needs, kind, run);
    }
    return done;
  };

interface Run {
  readonly by: string;
  readonly allowance: Allowance;
}

async function emptyOfKind(needs: Needs, kind: Kind, { by, allowance }: Run): Promise<number> {
  let done = 0;
  while (allowance.has(1 + CLAIM_SIZES[kind] * TASK_QUERIES[kind])) {
    const now = needs.clock.now();
    const until = secondsAfter(now, LEASE_SECONDS);
    const items = await needs.store.claimOutbox({ by, now, until, limit: CLAIM_SIZES[kind], kind });
    if (items.length === 0) return done;
    for (const item of items) {
      const end = await finish(needs, item);
      if (end === 'done') done += 1;
      if (end === 'unreachable') return done;
    }
  }
  return done;
}

/** `unreachable`: something that all tasks of this kind need is not available. */
type End = 'done' | 'done-elsewhere' | 'failed' | 'unreachable';

async function finish(needs: Needs, item: OutboxItem): Promise<End> {
  const { store, clock, log } = needs;
  try {
    const changes = await changesFor(needs, item.task);
    await store.commit([...changes, { kind: 'outbox-done', id: item.id, at: clock.now() }]);
    return 'done';
  } catch (error) {
    // The lease has passed to another process, which did the task first. This process has changed nothing.
    if (isDoneAlready(error)) return 'done-elsewhere';
    const reason = reasonOf(error);
    log.error('outbox-task-failed', {
      id: item.id,
      kind: item.task.kind,
      attempts: item.attempts,
      reason,
    });
    const dueAt = nextAttemptAt(item.attempts, clock.now());
    await store.commit([{ kind: 'outbox-postponed', id: item.id, dueAt }]);
    return error instanceof DomainError && error.code === 'unreachable' ? 'unreachable' : 'failed';
  }
}

function isDoneAlready(error: unknown): boolean {
  return error instanceof DomainError && error.params['constraint'] === 'outbox_item_open';
}

/** The changes that a task still needs; none where nothing is left to do. */
async function changesFor(needs: Needs, task: OutboxTask): Promise<readonly Change[]> {
  switch (task.kind) {
    case 'publish-status-list': {
      const list = await signIfStale(needs, task.listId);
      return list ? [{ kind: 'status-list-published', list }] : [];
    }
    case 're-sign-credential':
      return reSignCredential(needs, task.credentialId);
    case 'send-mail': {
      const { mailer } = needs;
      if (!mailer) throw new DomainError('unreachable', { reason: 'no mailer' });
      return sendMail({ ...needs, mailer }, task.mailId);
    }
  }
}
