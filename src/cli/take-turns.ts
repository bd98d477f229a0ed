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
const MAX_WAITING = 2000;
const MAX_WAITING_OF_ONE = 500;

type Start = (mayBegin: boolean) => void;

/** A handler runs up to its first pause without a break, so a thousand requests that arrive together would
 *  all run that far at once. Once they have taken 10 ms, each further request waits for its own turn of the
 *  loop. Clients alternate: one request does not wait behind a thousand of another client. */
export function makeTurns(now: () => number = () => performance.now()): Turns {
  const queues = new Map<string, Start[]>();
  let waiting = 0;
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
      if (waiting === 0 && now() - turnBegan < TURN_MS) return true;
      const queue = queues.get(client) ?? [];
      if (waiting >= MAX_WAITING || queue.length >= MAX_WAITING_OF_ONE) return false;
      waiting += 1;
      const place = new Promise<boolean>((resolve) => queue.push(resolve));
      queues.set(client, queue);
      pace();
      return place;
    },
    waiting: () => waiting,
  };

  function pace(): void {
    if (isPaced) return;
    isPaced = true;
    setImmediate(startOne);
  }

  function startOne(): void {
    isPaced = false;
    const [first] = queues;
    if (!first) return;
    const [client, queue] = first;
    const start = queue.shift();
    // Its client goes to the end of the queue.
    queues.delete(client);
    if (queue.length > 0) queues.set(client, queue);
    waiting -= 1;
    start?.(true);
    if (waiting > 0) pace();
  }
}
