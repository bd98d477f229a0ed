import { type Caller, makeFairShares } from './fair-shares.ts';

/** Work that waits, shared out by caller. */
export interface FairQueue<Item> {
  /** Puts an item in. If too much waits already, the newest item of the caller who has most loses its place. False if
   *  that is this caller: the item is then not kept. */
  put(caller: Caller, item: Item): boolean;
  /** The next item of a caller who may have it. The callers take turns. */
  take(mayTake?: (caller: Caller, item: Item) => boolean): Item | undefined;
  /** Notes that work of a caller begins without waiting. */
  noteTurn(caller: Caller): void;
  /** Removes an item that is no longer wanted. */
  drop(item: Item): void;
  waiting(): number;
}

interface QueueOptions<Item> {
  /** How many items may wait. */
  readonly most: number;
  /** Called with an item that lost its place. */
  readonly onLost: (item: Item) => void;
  /** Called each time that the queue is full. */
  readonly onFull?: (() => void) | undefined;
}

/** A queue in which no caller's work waits behind all the work of another, and no caller takes all places. */
export function makeFairQueue<Item>({ most, onLost, onFull }: QueueOptions<Item>): FairQueue<Item> {
  const waiting = makeFairShares<Item>();
  return {
    put(caller, item) {
      if (waiting.total() >= most) {
        onFull?.();
        const lost = waiting.fullestBeyond(caller)?.at(-1);
        if (lost === undefined) return false;
        waiting.remove(lost);
        onLost(lost);
      }
      waiting.add(caller, item);
      return true;
    },
    take(mayTake = () => true) {
      const item = waiting.next(mayTake);
      if (item !== undefined) waiting.remove(item);
      return item;
    },
    noteTurn: waiting.noteTurn,
    drop: waiting.remove,
    waiting: waiting.total,
  };
}
