/** Lets requests begin one after another, so that many heavy ones do not keep the loop for seconds. */
export interface Turns {
  /** Resolves when the request may begin, at once where the loop is free; rejects nothing. `false`: too many wait. */
  next(client: string): boolean | Promise<boolean>;
  waiting(): number;
}

/** How long requests may begin without the loop having looked at what else has arrived. */
const TURN_MS = 10;
/** More would wait for longer than anyone does. */
const MAX_WAITING = 2000;
const MAX_WAITING_OF_ONE = 500;

type Start = (mayBegin: boolean) => void;

/** What a handler does up to its first pause, it does before the loop looks at anything else; a thousand requests that
 *  arrive together would all do so in one go. Here they wait for a turn of the loop each once they have taken 10 ms, and
 *  callers take turns: who asks once does not wait behind who asks a thousand times. */
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
    // The caller goes behind all others.
    queues.delete(client);
    if (queue.length > 0) queues.set(client, queue);
    waiting -= 1;
    start?.(true);
    if (waiting > 0) pace();
  }
}
