import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { KeptAnswers } from '../adapters/http/kept/kept-answers.ts';
import type { Ready } from '../adapters/http/kept/representation.ts';
import { clientOf } from '../adapters/http/limits/client-address.ts';
import type { RateLimiter } from '../adapters/http/limits/rate-limiter.ts';
import { makeArrivalTurns } from './arrival-turns.ts';

interface Needs {
  readonly kept: KeptAnswers;
  readonly rates: RateLimiter;
  readonly trustedProxies: number;
}

/** Writes kept answers directly to the connection: they take less time than the queue in which other
 *  requests wait for their turn. They count against the caller's allowance. Everything else, a refusal
 *  included, is the application's. */
export function answerKept({ kept, rates, trustedProxies }: Needs, others: RequestListener): RequestListener {
  const turnOf = makeArrivalTurns();
  return (incoming, outgoing) => {
    const ready = find(incoming);
    if (ready === undefined) others(incoming, outgoing);
    else if (ready instanceof Promise) {
      void ready
        .catch(() => undefined)
        .then((late) => (late && isAllowed(incoming) ? write(outgoing, late) : others(incoming, outgoing)));
    } else if (isAllowed(incoming)) write(outgoing, ready);
    else others(incoming, outgoing);
  };

  function find({
    method,
    url,
    headers,
    socket,
  }: IncomingMessage): Ready | undefined | Promise<Ready | undefined> {
    if ((method !== 'GET' && method !== 'HEAD') || url === undefined) return undefined;
    // A request with a body must have it read.
    if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined)
      return undefined;
    try {
      const asked = {
        target: url,
        accept: headers.accept,
        acceptLanguage: headers['accept-language'],
        acceptEncoding: headers['accept-encoding'],
        ifNoneMatch: headers['if-none-match'],
      };
      return kept.find(asked, turnOf(socket));
    } catch {
      // The database did not answer: the application says so.
      return undefined;
    }
  }

  function isAllowed({ socket, headers }: IncomingMessage): boolean {
    const forwardedFor = headers['x-forwarded-for'];
    const client = clientOf({
      address: socket.remoteAddress,
      forwardedFor: typeof forwardedFor === 'string' ? forwardedFor : undefined,
      trustedProxies,
    });
    return client !== undefined && rates.take(client, 'request')?.ok !== false;
  }
}

function write(outgoing: ServerResponse, { status, headers, body }: Ready): void {
  outgoing.writeHead(status, headers as string[]);
  outgoing.end(body);
}
