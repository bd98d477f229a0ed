import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { MOST_HEADER_BYTES, MOST_HEADERS } from '../adapters/http/limits/request-size.ts';
import type { LimitConfig } from '../settings/limits.ts';

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

/** A connection: its client, and the number of answers that it waits for. */
interface Held {
  readonly client: string;
  answers: number;
}

type Limits = Pick<LimitConfig, 'connections' | 'callerConnections' | 'trustedProxies'>;

/** Limits the server's connections. Where there are too many, the connection that has been idle longest is
 *  closed, so that a flood of silent connections closes its own, and a real request is still served. */
export function guardConnections(
  server: Pick<Server, 'on' | 'maxHeadersCount'>,
  { connections, callerConnections, trustedProxies }: Limits,
): void {
  // Sorted by the time of the last request.
  const held = new Map<Socket, Held>();
  const counts = new Map<string, number>();
  server.maxHeadersCount = MOST_HEADERS;
  server.on('connection', (socket: Socket) => {
    const client = socket.remoteAddress ?? '';
    held.set(socket, { client, answers: 0 });
    counts.set(client, (counts.get(client) ?? 0) + 1);
    socket.once('close', () => forget(socket, client));
    // Behind a proxy, all connections come from the proxy's address.
    const ofCaller = trustedProxies === 0 && (counts.get(client) ?? 0) > callerConnections;
    if (ofCaller) closeLongestIdle((one) => one.client === client);
    else if (held.size > connections) closeLongestIdle(() => true);
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const one = held.get(socket);
    if (!one) return;
    held.delete(socket);
    held.set(socket, one);
    one.answers += 1;
    // No browser sends many requests on one connection without waiting for answers.
    if (one.answers > MAX_ANSWERS_OF_ONE) socket.destroy();
    response.on('close', countAnswer);
  });

  // One function for all answers, which is called with the answer as `this`.
  function countAnswer(this: ServerResponse): void {
    const one = held.get(this.req.socket);
    if (one) one.answers -= 1;
  }

  function forget(socket: Socket, client: string): void {
    held.delete(socket);
    const left = (counts.get(client) ?? 1) - 1;
    if (left > 0) counts.set(client, left);
    else counts.delete(client);
  }

  function closeLongestIdle(isMeant: (one: Held) => boolean): void {
    let last: Socket | undefined;
    for (const [socket, one] of held) {
      if (!isMeant(one)) continue;
      last = socket;
      if (one.answers === 0) break;
    }
    // Where all connections wait for an answer, the newest is closed.
    last?.destroy();
  }
}
