import { Resolver, TIMEOUT } from 'node:dns/promises';
import { isIP } from 'node:net';
import { makeFairQueue } from './fair-queue.ts';
import { type Caller, SERVICE_ITSELF } from './fair-shares.ts';
import { makeHostNames } from './host-names.node.ts';

export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** Asks for the addresses of a name, until the signal. */
export type ResolveName = (host: string, signal: AbortSignal) => Promise<readonly Resolved[]>;

/** How long the answers to the first and second question are waited for, in milliseconds. */
const TIMEOUTS_MS = [1500, 3000] as const;
/** Look-ups at once: of all, and of one caller, whose other names wait for their turn. */
const AT_ONCE = 128;
const AT_ONCE_OF_ONE = 12;
/** Names that may wait. A verification asks for at most 24. */
const MOST_WAITING = 1024;

export interface ResolverOptions {
  /** For whom the service works now. */
  readonly callerOf?: () => Caller;
  /** The name servers, instead of those of the system. */
  readonly servers?: readonly string[];
  readonly hostNames?: (host: string) => Promise<readonly string[]>;
  /** Called each time that too many names wait. */
  readonly onFull?: () => void;
}

/** A look-up that waits for its turn. */
interface Waiting {
  begin(): void;
  refuse(): void;
}

/** Resolves names without the system's `getaddrinfo`. That call cannot be ended and takes one of libuv's few
 *  threads until the name servers gave an answer or were given up, so a few names of a silent server would
 *  stop every look-up of the process. Here each look-up is a question by UDP with a limit of time, and one
 *  caller has few at once. */
export function makeNameResolver(options: ResolverOptions = {}): ResolveName {
  const { callerOf = () => SERVICE_ITSELF, servers, hostNames = makeHostNames(), onFull } = options;
  const waiting = makeFairQueue<Waiting>({ most: MOST_WAITING, onLost: (lost) => lost.refuse(), onFull });
  const busy = new Map<string, number>();
  let underway = 0;

  return async (host, signal) => {
    const caller = callerOf();
    const named = await hostNames(host);
    if (named.length > 0) return named.map((address) => ({ address, family: isIP(address) }));
    const [first, second] = TIMEOUTS_MS;
    const ask = (timeout: number) => askInTurn(caller, { host, signal, servers, timeout });
    // The second question takes a turn of its own: names that no server answers hold others up for less time.
    return ask(first).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== TIMEOUT) throw error;
      return ask(second);
    });
  };

  async function askInTurn(caller: Caller, question: Question): Promise<readonly Resolved[]> {
    question.signal.throwIfAborted();
    await turn(caller, question.signal);
    try {
      return await askServers(question);
    } finally {
      giveBack(caller);
    }
  }

  function isFree({ address }: Caller): boolean {
    return underway < AT_ONCE && (busy.get(address) ?? 0) < AT_ONCE_OF_ONE;
  }

  function turn(caller: Caller, signal: AbortSignal): Promise<void> {
    if (isFree(caller)) {
      waiting.noteTurn(caller);
      return Promise.resolve(begin(caller));
    }
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        begin: () => {
          signal.removeEventListener('abort', leave);
          begin(caller);
          resolve();
        },
        refuse: () => {
          signal.removeEventListener('abort', leave);
          reject(new Error('too many names are asked for at once'));
        },
      };
      const leave = () => {
        waiting.drop(one);
        reject(new Error('no turn to ask for the name in time'));
      };
      signal.addEventListener('abort', leave, { once: true });
      if (!waiting.put(caller, one)) one.refuse();
    });
  }

  function begin({ address }: Caller): void {
    underway += 1;
    busy.set(address, (busy.get(address) ?? 0) + 1);
  }

  function giveBack({ address }: Caller): void {
    underway -= 1;
    const left = (busy.get(address) ?? 1) - 1;
    if (left > 0) busy.set(address, left);
    else busy.delete(address);
    waiting.take(isFree)?.begin();
  }
}

interface Question {
  readonly host: string;
  readonly signal: AbortSignal;
  readonly servers: readonly string[] | undefined;
  /** In milliseconds. */
  readonly timeout: number;
}

/** Both families are asked for at once, and one of them is enough. The IPv4 addresses come first; the
 *  connection tries them in turn (RFC 8305). */
async function askServers({ host, signal, servers, timeout }: Question): Promise<readonly Resolved[]> {
  const resolver = new Resolver({ timeout, tries: 1 });
  if (servers) resolver.setServers(servers);
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = [toResolved(four, 4), toResolved(six, 6)].flat();
    if (found.length === 0 && four.status === 'rejected') throw four.reason;
    return found;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

function toResolved(answer: PromiseSettledResult<readonly string[]>, family: number): readonly Resolved[] {
  return answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family })) : [];
}
