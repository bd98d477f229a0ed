import type { Change } from '../domain/change.ts';
import { DomainError } from '../domain/errors.ts';
import { nextAttemptAt, type OutboxItem, type OutboxTask } from '../domain/outbox.ts';
import { secondsAfter } from '../domain/time.ts';
import type { Ids, Log } from './ports.ts';
import { type PublishNeeds, signIfStale } from './publish-status-list.ts';
import { type ResignNeeds, resignCredential } from './resign-credential.ts';

const CLAIM_SIZE = 10;
/** How long what a killed process had begun waits for another. */
const LEASE_SECONDS = 15;

type Needs = PublishNeeds & ResignNeeds & { readonly ids: Ids; readonly log: Log };

/** Does what is due, until nothing is; answers how many tasks were done here. What a task changes is committed with the
 *  word that it is done, so that it takes effect once, whoever does it and whoever is killed. A task that fails is
 *  tried again later, and never given up. */
export const emptyOutbox = (needs: Needs) => async (): Promise<number> => {
  const { store, clock, ids } = needs;
  const by = ids.uuid();
  let done = 0;
  for (;;) {
    const now = clock.now();
    const lease = { by, now, until: secondsAfter(now, LEASE_SECONDS), limit: CLAIM_SIZE };
    const items = await store.claimOutbox(lease);
    if (items.length === 0) return done;
    for (const item of items) if (await finish(needs, item)) done += 1;
  }
};

async function finish(needs: Needs, item: OutboxItem): Promise<boolean> {
  const { store, clock, log } = needs;
  try {
    const changes = await changesFor(needs, item.task);
    await store.commit([...changes, { kind: 'outbox-done', id: item.id, at: clock.now() }]);
    return true;
  } catch (error) {
    // Another process, to which the lease had passed, was quicker: its effect stands, and this one left nothing.
    if (isDoneAlready(error)) return false;
    const reason = error instanceof Error ? error.message : String(error);
    log.error('outbox-task-failed', {
      id: item.id,
      kind: item.task.kind,
      attempts: item.attempts,
      reason,
    });
    const dueAt = nextAttemptAt(item.attempts, clock.now());
    await store.commit([{ kind: 'outbox-postponed', id: item.id, dueAt }]);
    return false;
  }
}

function isDoneAlready(error: unknown): boolean {
  return error instanceof DomainError && error.params['constraint'] === 'outbox_item_open';
}

/** What is still to be changed for a task; nothing where what it asks for stands already. */
async function changesFor(needs: Needs, task: OutboxTask): Promise<readonly Change[]> {
  switch (task.kind) {
    case 'publish-status-list': {
      const list = await signIfStale(needs, task.listId);
      return list ? [{ kind: 'status-list-published', list }] : [];
    }
    case 'resign-credential':
      return resignCredential(needs, task.credentialId);
  }
}
