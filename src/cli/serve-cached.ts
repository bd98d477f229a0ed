import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Caller } from '#open-badges/fetching';
import { type CacheKeyFields, keyOf } from '../adapters/http/cache/key.ts';
import type { Ready } from '../adapters/http/cache/representation.ts';
import type { CachedResponses } from '../adapters/http/cache/responses.ts';
import { pageClassOf } from '../adapters/http/health/route-class.ts';
import type { Callers } from '../adapters/http/limits/caller.ts';
import type { RateLimiter } from '../adapters/http/limits/rate-limiter.ts';
import type { Meter } from '../application/observability/meter.ts';

/** Further requests begin a new turn. */
const MAX_OF_ONE = 64;

const TIMEOUT_MS = 1000;

interface Answering {
  readonly kept: CachedResponses;
  readonly rates: RateLimiter;
  readonly meter: Meter;
  readonly callers: Pick<Callers, 'of'>;
}

/** A request with its caller. */
interface Arrival {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly caller: Caller;
  /** When it came, in milliseconds of a clock that never jumps. */
  readonly begun: number;
}

/** Resolves once the answer is given. */
type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<unknown>;

/** Writes kept answers directly to the connection, because they take less time than the queue of the other
 *  requests. They count against the caller's allowance. All other requests and refusals are left to the
 *  application. */
export function serveCached({ kept, rates, meter, callers }: Answering, others: Listener) {
  const turnOf = makeArrivalTurns();
  const making = new Map<string, Promise<unknown>>();

  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    // What a caller prefers is not read once their allowance is spent: the application refuses them.
    const begun = performance.now();
    const caller = callers.of(incoming);
    const requested = rates.isSpent(caller, 'request') ? undefined : toCacheKeyFields(incoming);
    const arrival = { incoming, outgoing, caller, begun };
    const ready = requested && find(requested, incoming);
    if (ready instanceof Promise) void ready.then((late) => answer(arrival, late));
    else if (ready) answer(arrival, ready);
    else if (requested && kept.isExpired(requested)) void makeOnce(requested, arrival);
    else void others(incoming, outgoing);
  };

  function find(
    requested: CacheKeyFields,
    { socket }: IncomingMessage,
  ): Ready | undefined | Promise<Ready | undefined> {
    try {
      const ready = kept.find(requested, turnOf(socket));
      return ready instanceof Promise ? ready.catch(() => undefined) : ready;
    } catch {
      // The database did not answer: the application reports this.
      return undefined;
    }
  }

  function answer({ incoming, outgoing, caller, begun }: Arrival, ready: Ready | undefined): void {
    if (ready && rates.take(caller, 'request')?.ok !== false) {
      write(outgoing, ready);
      meter.answered(pageClassOf(incoming.url ?? ''), ready.status, (performance.now() - begun) / 1000);
    } else void others(incoming, outgoing);
  }

  /** Of several requests for an answer that became too old, the first has it made. The others wait, and look
   *  again. */
  async function makeOnce(requested: CacheKeyFields, arrival: Arrival): Promise<void> {
    const { incoming, outgoing } = arrival;
    const name = keyOf(requested) ?? '';
    const underway = making.get(name);
    if (underway) {
      // The others must not wait for a first client that does not take its answer.
      await Promise.race([underway, wait(TIMEOUT_MS, undefined, { ref: false })]);
      return answer(arrival, await find(requested, incoming));
    }
    const made = others(incoming, outgoing).finally(() => making.delete(name));
    making.set(name, made);
    await made;
  }
}

/** Undefined if the request may have a body, which the application must read. */
function toCacheKeyFields({ method, url, headers }: IncomingMessage): CacheKeyFields | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || url === undefined) return undefined;
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return undefined;
  return {
    target: url,
    accept: headers.accept,
    acceptLanguage: headers['accept-language'],
    acceptEncoding: headers['accept-encoding'],
    ifNoneMatch: headers['if-none-match'],
    cookie: headers.cookie,
  };
}

function write(outgoing: ServerResponse, { status, headers, body }: Ready): void {
  outgoing.writeHead(status, headers as string[]);
  outgoing.end(body);
}

/** Groups requests that had all arrived before the first of them was answered. The event loop asks the kernel
 *  which connections can be read, then serves all of these. So a commit from before any of these requests was
 *  sent also comes before the first answer. A second request on the same connection may have arrived
 *  in the meantime, so it begins a new turn. */
export function makeArrivalTurns(): (socket: Socket) => object {
  let turn: { left: number } | undefined;
  let isEnding = false;
  const served = new WeakMap<Socket, object>();
  const end = () => {
    turn = undefined;
    isEnding = false;
  };
  return (socket) => {
    if (turn === undefined || turn.left === 0 || served.get(socket) === turn) turn = { left: MAX_OF_ONE };
    turn.left -= 1;
    served.set(socket, turn);
    if (!isEnding) {
      isEnding = true;
      setImmediate(end);
    }
    return turn;
  };
}
