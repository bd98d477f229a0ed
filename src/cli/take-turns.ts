import { makeFairQueue } from '../application/fair-queue.ts';

/** Lets requests begin one after another, so that many heavy ones do not block the event loop for seconds. */
export interface Turns {
  /** Resolves to true when the request may begin, at once where the loop is free, and to false where too many
   *  requests wait. It never rejects. */
  next(client: string): boolean | Promise<boolean>;
  waiting(): number;
}

/** The longest time for starting requests before the event loop can do other work. */
const TURN_MS = 10;
/** A longer queue would make clients wait too long. */
const MOST_WAITING = { all: 2000, each: 500 };

type Start = (mayBegin: boolean) => void;

/** A handler runs up to its first pause without a break, so a thousand requests that arrive together would
 *  all run that far at once. Once they have taken 10 ms, each further request waits for its own turn of the
 *  loop. Clients alternate: one request does not wait behind a thousand of another client. */
export function makeTurns(now: () => number = () => performance.now()): Turns {
  const queue = makeFairQueue<Start>(MOST_WAITING);
  let turnBegan: number | undefined;
  let isPaced = false;

  return {
    next(client) {
      if (turnBegan === undefined) {
        turnBegan = now();
        setImmediate(() => {
          turnBegan = undefined;
        });
      }
      if (queue.waiting() === 0 && now() - turnBegan < TURN_MS) return true;
      let start: Start = () => {};
      const place = new Promise<boolean>((resolve) => {
        start = resolve;
      });
      if (!queue.put(client, start)) return false;
      pace();
      return place;
    },
    waiting: queue.waiting,
  };

  function pace(): void {
    if (isPaced) return;
    isPaced = true;
    setImmediate(startOne);
  }

  function startOne(): void {
    isPaced = false;
    queue.take()?.(true);
    if (queue.waiting() > 0) pace();
  }
}
