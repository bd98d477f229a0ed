import { DomainError } from '../../domain/errors.ts';
import type { Clock, Ids, Store } from '../ports.ts';

/** The least the Bitstring Status List recommendation allows: 131,072 entries, so that one index hides in a herd. */
const STATUS_LIST_SIZE = 131_072;
/** Drawn for each entry that is needed: an open list is at least half empty, so that some of them are free. */
const DRAWS = 8;
const ATTEMPTS = 5;

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A place in a status list that nobody had when it was drawn. Taken in the meantime, the commit is refused. */
export interface StatusEntry {
  readonly listId: string;
  readonly index: number;
}

/** At least one entry and at most `count`, of the open list; opens the next list where none is. Drawn at random, so that
 *  neighbours in the list say nothing of each other. */
export async function drawEntries(needs: Needs, count: number): Promise<readonly StatusEntry[]> {
  const { store, ids } = needs;
  for (let attemptsLeft = ATTEMPTS; attemptsLeft > 0; attemptsLeft -= 1) {
    const list = await openStatusList(needs);
    const drawn = new Set(Array.from({ length: count * DRAWS }, () => ids.integer(list.size)));
    const taken = new Set(await store.readTakenIndexes(list.id, [...drawn]));
    const free = [...drawn].filter((index) => !taken.has(index));
    if (free.length > 0) return free.slice(0, count).map((index) => ({ listId: list.id, index }));
  }
  throw new DomainError('store-conflict', { constraint: 'status_index' });
}

async function openStatusList({ store, clock, ids }: Needs) {
  for (let attemptsLeft = ATTEMPTS; attemptsLeft > 0; attemptsLeft -= 1) {
    const open = await store.readOpenStatusList();
    if (open) return open;
    const opened = { id: ids.credentialId(), size: STATUS_LIST_SIZE, at: clock.now() };
    try {
      await store.commit([{ kind: 'status-list-opened', ...opened }]);
    } catch (error) {
      // Another process opened one at the same moment: it is there for both.
      if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
    }
  }
  throw new DomainError('store-conflict', { constraint: 'status_list_ordinal' });
}
