/** Work that waits, shared out by caller. */
export interface FairQueue<Item> {
  /** False if too much waits already, in all or for this caller. The item is then not kept. */
  put(caller: string, item: Item): boolean;
  /** The next item of a caller who may have it; the callers take turns. */
  take(mayTake?: (caller: string, item: Item) => boolean): Item | undefined;
  /** Removes an item that is no longer wanted. */
  drop(caller: string, item: Item): void;
  waiting(): number;
}

interface Bounds {
  readonly all: number;
  /** Of one caller. */
  readonly each: number;
}

/** A queue in which the work of one caller never stands before the first work of another. */
export function makeFairQueue<Item>({ all, each }: Bounds): FairQueue<Item> {
  const queues = new Map<string, Item[]>();
  let waiting = 0;
  return {
    put(caller, item) {
      const queue = queues.get(caller) ?? [];
      if (waiting >= all || queue.length >= each) return false;
      queue.push(item);
      queues.set(caller, queue);
      waiting += 1;
      return true;
    },
    take(mayTake = () => true) {
      for (const [caller, queue] of queues) {
        const [item] = queue;
        if (item === undefined || !mayTake(caller, item)) continue;
        queue.shift();
        // Its caller goes to the end of the line.
        queues.delete(caller);
        if (queue.length > 0) queues.set(caller, queue);
        waiting -= 1;
        return item;
      }
      return undefined;
    },
    drop(caller, item) {
      const queue = queues.get(caller) ?? [];
      const at = queue.indexOf(item);
      if (at < 0) return;
      queue.splice(at, 1);
      if (queue.length === 0) queues.delete(caller);
      waiting -= 1;
    },
    waiting: () => waiting,
  };
}
