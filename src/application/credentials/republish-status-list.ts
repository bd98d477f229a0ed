import type { Change } from '../../domain/change/change.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Ids, Store } from '../ports.ts';

/** The task that publishes a list whose bits a commit changes. Another process does it where publishing fails
 *  or this process is killed. */
export function republishStatusList(ids: Pick<Ids, 'uuid'>, listId: string, at: Instant): Change {
  return { kind: 'outbox-added', id: ids.uuid(), task: { kind: 'publish-status-list', listId }, at };
}

/** Publishes the lists that a commit changed, before the answer; whoever fails at it leaves the tasks to the timer. */
export type Publish = () => Promise<unknown>;

/** Whether the published list has the present bits. */
export async function isPublished(store: Store, listId: string): Promise<boolean> {
  const list = await store.readStatusList(listId);
  return list?.published !== undefined && list.published.publishedRevision >= list.revision;
}
