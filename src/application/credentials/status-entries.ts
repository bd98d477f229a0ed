import type { ListPurpose } from '../../domain/award/status-list.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ports } from '../service-ports.ts';
import type { StatusList } from '../store/badge-readers.ts';

/** The minimum of the Bitstring Status List recommendation: among 131,072 entries, an index does not identify
 *  a holder. */
const STATUS_LIST_SIZE = 131_072;
/** Indexes drawn for each entry wanted, and some more. At least half of an open list is free, so enough of
 *  the drawn indexes are free, or those of the next attempt are. */
const DRAWS = 2;
const SPARE_DRAWS = 16;
const ATTEMPTS = 5;
/** Number of entries after which it is checked again whether the list is still open. The check counts all its
 *  entries, so it is not made more often. */
const RECHECK_INTERVAL = 512;

/** A free place in a status list. If another process takes it first, the commit is refused. */
export interface StatusEntry {
  readonly listId: string;
  readonly index: number;
}

/** Draws this number of different entries. */
export type DrawEntries = (count: number) => Promise<readonly StatusEntry[]>;

/** Draws entries of the open list. Where no list is open, it opens the next one. Entries are drawn at random,
 *  so that neighbours in the list have nothing in common. */
export function makeEntryDrawer(ports: Ports, savedFor: ListPurpose = 'badges'): DrawEntries {
  let list: StatusList | undefined;
  let left = 0;
  return async (count) => {
    if (!list || left < count) {
      list = await openStatusList(ports, savedFor);
      left = RECHECK_INTERVAL;
    }
    left -= count;
    return drawFrom(ports, list, count);
  };
}

async function drawFrom(
  { store, ids }: Ports,
  { id: listId, size }: StatusList,
  count: number,
): Promise<readonly StatusEntry[]> {
  const free = new Set<number>();
  for (let attemptsLeft = ATTEMPTS; attemptsLeft > 0; attemptsLeft -= 1) {
    const wanted = (count - free.size) * DRAWS + SPARE_DRAWS;
    const drawn = new Set(Array.from({ length: wanted }, () => ids.integer(size)));
    const taken = new Set(await store.readTakenIndexes(listId, [...drawn]));
    for (const index of drawn) if (!taken.has(index)) free.add(index);
    if (free.size >= count) return [...free].slice(0, count).map((index) => ({ listId, index }));
  }
  throw new DomainError('store-conflict', { constraint: 'status_index' });
}

async function openStatusList({ store, clock, ids }: Ports, keptFor: ListPurpose): Promise<StatusList> {
  for (let attemptsLeft = ATTEMPTS; attemptsLeft > 0; attemptsLeft -= 1) {
    const open = await store.readOpenStatusList(keptFor);
    if (open) return open;
    const opened = { id: ids.credentialId(), size: STATUS_LIST_SIZE, at: clock.now() };
    try {
      await store.commit([{ kind: 'status-list-opened', ...opened, keptFor }]);
    } catch (error) {
      // Another process opened a list at the same moment, and both processes can use it.
      if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
    }
  }
  throw new DomainError('store-conflict', { constraint: 'status_list_ordinal' });
}
