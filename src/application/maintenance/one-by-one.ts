import { DomainError, isSigningAway } from '../../domain/errors.ts';
import { reasonOf } from '../observability/counting-logger.ts';
import type { Log } from '../ports.ts';

export interface Item {
  /** An opaque id for the log. */
  readonly id: string;
  readonly action: () => Promise<unknown>;
}

/** Does the items of one kind of the timer's work, one after the other. A failed item is logged and does not stop
 *  the rest: the first failure is thrown at the end. An unavailable database and keys that are away stop at once,
 *  because they concern every item. */
export async function doEachItem(
  log: Log,
  work: string,
  items: Iterable<Item> | AsyncIterable<Item>,
): Promise<void> {
  const failures: unknown[] = [];
  for await (const { id, action } of items) {
    try {
      await action();
    } catch (error) {
      if (isSigningAway(error) || (error instanceof DomainError && error.code === 'unavailable')) throw error;
      log.error('item-failed', { work, id, reason: reasonOf(error) });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
