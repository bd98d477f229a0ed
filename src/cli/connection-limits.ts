import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Callers } from '../adapters/http/limits/caller.ts';
import { MOST_HEADER_BYTES, MOST_HEADERS } from '../adapters/http/limits/request-size.ts';
import { makeConnectionPlaces, SPARE_MS } from './connection-shares.ts';

/** How long each step of a request may take. On a school's line of 1 Mbit/s, the largest file that a page
 *  accepts takes a hundred seconds. */
export const TIME_LIMITS: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 180_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: MOST_HEADER_BYTES,
};

const MAX_ANSWERS_OF_ONE = 16;

const HEALTH = /^\/health\//;

interface GuardOptions {
  /** How many connections may be open, and how many beyond them for a short time. */
  readonly connections: number;
  readonly spares: number;
  readonly callers: Pick<Callers, 'of' | 'ofConnection'>;
  /** Called each time that there are too many. */
  readonly onFull: () => void;
}

/** Limits the server's connections. If there are too many, one of the caller who holds most is closed, whether it is
 *  silent or sends a request slowly. Behind a proxy, requests in progress count for whom the proxy names. */
export function guardConnections(
  server: Pick<Server, 'on' | 'maxHeadersCount'>,
  { connections, spares, callers, onFull }: GuardOptions,
): void {
  const places = makeConnectionPlaces({ most: connections, spares, onFull });
  server.maxHeadersCount = MOST_HEADERS;
  server.on('connection', (socket: Socket) => void places.open(socket, callers.ofConnection(socket)));
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const one = places.find(request.socket);
    if (!one) return;
    places.touch(one);
    one.answers += 1;
    one.isHealthCheck = HEALTH.test(request.url ?? '');
    // It is known now for whom it asks.
    places.give(one, callers.of(request));
    if (!one.isHealthCheck) places.settle(one);
    // No browser sends many requests on one connection without waiting for answers.
    if (one.answers > MAX_ANSWERS_OF_ONE) one.socket.destroy();
    response.on('close', countAnswer);
  });

  // One function for all answers, which is called with the answer as `this`.
  function countAnswer(this: ServerResponse): void {
    const one = places.find(this.req.socket);
    if (!one) return;
    one.answers -= 1;
    if (one.answers > 0) return;
    if (callers.ofConnection(one.socket) === undefined) places.give(one, undefined);
    if (one.isSpare && performance.now() - one.activeAt > SPARE_MS) one.socket.destroy();
  }
}
