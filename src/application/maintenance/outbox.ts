import { DomainError, isSigningAway } from '../../domain/errors.ts';
import { nextAttemptAt, type OutboxItem, type OutboxTask } from '../../domain/job/outbox.ts';
import { type Allowance, UNLIMITED } from '../concurrency/query-budget.ts';
import { signIfStale } from '../credentials/status-lists.ts';
import type { Mailer } from '../mail/mailer.ts';
import { type Sending, sendMail } from '../mail/send.ts';
import { reasonOf } from '../observability/counting-logger.ts';
import { reissueCredential } from '../reissue/sign.ts';
import type { Ports } from '../service-ports.ts';
import { LEASE_LOST } from '../store/leases.ts';
import type { Taking } from '../store/work-leases.ts';

type Kind = OutboxTask['kind'];

/** The most queries of a task, successful or not. */
const TASK_QUERIES: Readonly<Record<Kind, number>> = {
  'publish-status-list': 6,
  're-sign-credential': 20,
  'send-mail': 32,
};

/** The numbers of mails that may leave together, and the most queries that writing one of them takes. */
const LETTER_SIZES = [40, 20, 10, 3];
const MAIL_QUERIES = 6;

/** The number of tasks claimed together, the most urgent kind first. A mail is claimed alone, because a mail
 *  server may be slow. */
const CLAIM_SIZES: Readonly<Record<Kind, number>> = {
  'publish-status-list': 10,
  're-sign-credential': 5,
  'send-mail': 1,
};

/** Does the tasks that are due, of one kind or of all, until none is left or the allowed queries are used up.
 *  Returns the number of tasks done here. The changes of a task are committed together with its completion,
 *  so that it has effect once only, whichever process does it. A failed task is tried again later and never
 *  given up. A task that signs is not taken while the keys are away: it waits, and has not failed. `onFailure` is
 *  called if a task could not be done; a task of another process is no failure. */
export const emptyOutbox =
  (ports: Ports) =>
  async (
    only?: Kind,
    allowance = ports.beginAllowance?.() ?? UNLIMITED,
    onFailure: () => void = () => {},
  ): Promise<number> => {
    const ended = await ports.leases.findEnded('outbox');
    const run = { by: ports.ids.uuid(), ended, allowance, onFailure };
    let done = 0;
    for (const kind of only ? [only] : (Object.keys(CLAIM_SIZES) as Kind[])) {
      if (await canDo(ports, kind)) done += await emptyOfKind(ports, kind, run);
      else onFailure();
    }
    return done;
  };

async function canDo({ mailer, checkKeys }: Ports, kind: Kind): Promise<boolean> {
  if (kind === 'send-mail') return mailer !== undefined;
  try {
    await checkKeys();
    return true;
  } catch (error) {
    if (isSigningAway(error)) return false;
    throw error;
  }
}

interface Run extends Taking {
  readonly allowance: Allowance;
  readonly onFailure: () => void;
}

async function emptyOfKind(ports: Ports, kind: Kind, run: Run): Promise<number> {
  const { by, ended, allowance, onFailure } = run;
  const { store, clock } = ports;
  let done = 0;
  while (allowance.has(1 + CLAIM_SIZES[kind] * TASK_QUERIES[kind])) {
    const claiming = { by, ended, now: clock.now(), limit: CLAIM_SIZES[kind], kind };
    const items = await store.leaseOutbox(claiming);
    if (items.length === 0) return done;
    for (const item of items) {
      const end = await finish(ports, { item, by, allowance });
      if (end === 'done') done += 1;
      if (end === 'failed' || end === 'unreachable') onFailure();
      if (end !== 'unreachable') continue;
      await store.releaseLeases('outbox', by);
      return done;
    }
  }
  return done;
}

/** `taken-over`: another process has the task, and this one has changed nothing. `deferred`: it waits by intent.
 *  `unreachable`: something that all tasks of this kind need is not available. */
type End = 'done' | 'taken-over' | 'deferred' | 'failed' | 'unreachable';

/** A claimed task and its holder. */
interface Held {
  readonly item: OutboxItem;
  readonly by: string;
  readonly allowance: Allowance;
}

async function finish(ports: Ports, held: Held): Promise<End> {
  const { item, by } = held;
  const { store, clock, log } = ports;
  try {
    const end = await changesFor(ports, held);
    if ('until' in end) {
      await store.commit([{ kind: 'outbox-deferred', id: item.id, by, until: end.until }]);
      return 'deferred';
    }
    // The claim is checked before anything of the task is written.
    await store.commit([{ kind: 'outbox-done', id: item.id, by, at: clock.now() }, ...end.changes]);
    return 'done';
  } catch (error) {
    if (isTakenOver(error)) return 'taken-over';
    if (isSigningAway(error)) return 'unreachable';
    const reason = reasonOf(error);
    log.error('outbox-task-failed', {
      id: item.id,
      kind: item.task.kind,
      attempts: item.attempts,
      reason,
    });
    const isPostponed = await postpone(ports, held);
    if (!isPostponed) return 'taken-over';
    return error instanceof DomainError && error.code === 'unreachable' ? 'unreachable' : 'failed';
  }
}

/** Puts the task off. False if another process has taken it over. */
async function postpone({ store, clock }: Ports, { item, by }: Pick<Held, 'item' | 'by'>): Promise<boolean> {
  const dueAt = nextAttemptAt(item.attempts, clock.now());
  try {
    await store.commit([{ kind: 'outbox-postponed', id: item.id, by, dueAt }]);
    return true;
  } catch (error) {
    if (isTakenOver(error)) return false;
    throw error;
  }
}

function isTakenOver(error: unknown): boolean {
  return (
    error instanceof DomainError &&
    (error.params['constraint'] === 'outbox_item_open' || error.params['constraint'] === LEASE_LOST)
  );
}

/** The changes that a task still needs, none if nothing is left to do; or the instant until which it waits. */
async function changesFor(ports: Ports, { item: { task }, by, allowance }: Held): Promise<Sending> {
  switch (task.kind) {
    case 'publish-status-list': {
      const list = await signIfStale(ports, task.listId);
      return { changes: list ? [{ kind: 'status-list-published', list }] : [] };
    }
    case 're-sign-credential':
      return { changes: await reissueCredential(ports, task.credentialId) };
    case 'send-mail': {
      const { mailer, leases } = ports;
      if (!mailer) throw new DomainError('unreachable', { reason: 'no mailer' });
      const send: Mailer['send'] = (message) =>
        leases.whileHeld({ work: 'outbox', by }, () => mailer.send(message));
      const most = LETTER_SIZES.find((size) => allowance.has(size * MAIL_QUERIES)) ?? 1;
      return sendMail(ports, { ...mailer, send }, { mailId: task.mailId, most });
    }
  }
}
