import { DomainError } from '../../domain/errors.ts';
import type { Clock, Ids, Store } from '../ports.ts';

/** The minimum of the Bitstring Status List recommendation: with 131,072 entries, an index does not identify
 *  a holder. */
const STATUS_LIST_SIZE = 131_072;
/** Number of indexes drawn for each entry. An open list is at least half empty, so some of them are free. */
const DRAWS = 8;
const ATTEMPTS = 5;

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A place in a status list that was free when it was drawn. If another process takes it, the commit is
 *  refused. */
export interface StatusEntry {
  readonly listId: string;
  readonly index: number;
}

/** Between one and `count` entries of the open list. Opens the next list where none is open. Entries are
 *  drawn at random, so that neighbours in the list have nothing in common. */
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
      // Another process opened a list at the same moment, and both can use it.
      if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
    }
  }
  throw new DomainError('store-conflict', { constraint: 'status_list_ordinal' });
}
