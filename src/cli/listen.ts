import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type MiddlewareHandler } from 'hono';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX, compress } from 'hono/compress';
import { type Caller, makeFairQueue } from '#open-badges/fetching';
import { pathOf } from '../adapters/http/limits/normalize-path.ts';
import { currentCaller } from '../assembly/audit-context.node.ts';
import { assetsFolder, type NodeContext } from '../node.ts';
import { ConfigError } from '../settings/config-error.ts';
import { refuseSlowBodies } from './body-rate.ts';
import { guardConnections, TIME_LIMITS } from './connection-limits.ts';
import type { LocalSignIn } from './local-sign-in.ts';
import { connectionsWithin } from './process-limits.ts';
import { refuseRequest } from './refuse-request.ts';
import { serveCached } from './serve-cached.ts';

/** The longest time for starting requests before the event loop can do other work. */
const TURN_MS = 10;

/** A longer queue would make clients wait too long. */
const MOST_WAITING = 2000;

const CLOSE_POLL_MS = 100;

/** The time that a client has to receive or send after the server was asked to stop. */
const GRACE_MS = 10_000;

/** The interval at which outdated answers are removed from the memory. */
const SWEEP_MS = 30_000;

export interface Listening {
  readonly port: number;
  /** Resolves once the last answer is given, or the time for it is over. */
  close(): Promise<void>;
}

/** Listens on the host and port of the settings. Serves the application, its built assets, and the sign-in of
 *  the demonstration where there is one. */
export async function listen(
  { app, callers, config, kept, rates, meter, ports }: NodeContext,
  localSignIn: LocalSignIn | undefined,
): Promise<Listening> {
  const root = new Hono<{ Bindings: HttpBindings }>({ getPath: pathOf });
  if (localSignIn) {
    // This route comes first, while the body of the request is still unread.
    root.all(`${localSignIn.path}/*`, async (c) => {
      await localSignIn.handler(c.env.incoming, c.env.outgoing);
      return RESPONSE_ALREADY_SENT;
    });
  }
  // The connection of a client that sent too many requests was closed, and its remaining requests need no
  // answer.
  root.use(async (c, next) => {
    if (c.env.incoming.socket.destroyed) return new Response(null, { status: 503 });
    return next();
  });
  root.use(compressed);
  root.use(varyByEncoding);
  root.use(
    '/assets/*',
    serveStatic({
      root: assetsFolder(),
      precompressed: true,
      rewriteRequestPath: (path) => path.replace(/^\/assets/, ''),
      onFound: (_path, c) => {
        c.header('Cache-Control', 'public, max-age=31536000, immutable');
      },
    }),
  );
  const onLimit = (limit: string) => ports.log.error('limit-reached', { limit });
  const turns = makeTurns({ onFull: () => onLimit('requests') });
  // All other paths go to the application, so that it also answers unknown ones.
  root.all('*', async (c) => {
    const { incoming } = c.env;
    // A health check does not wait for a turn.
    if (c.req.path === '/health/live') return app.fetch(c.req.raw);
    const caller = callers.of(incoming);
    const turn = () => turns.next(caller);
    const isTooMuch = !(await turn());
    const body = {
      hasArrived: () => incoming.complete,
      cutOff: () => refuseRequest(incoming.socket, 'overloaded'),
    };
    return currentCaller.run(caller, () => app.fetch(c.req.raw, { caller, body, isTooMuch, turn }));
  });
  const answer = getRequestListener(root.fetch) as Parameters<typeof serveCached>[1];
  const serve = serveCached({ kept, rates, meter, callers }, answer);
  const server = createServer(TIME_LIMITS, (incoming, outgoing) => {
    if (hasOneHost(incoming)) serve(incoming, outgoing);
    else refuseRequest(incoming.socket, 'several-hosts');
  });
  const { connections: wanted } = config.limits;
  const { connections, spares } = connectionsWithin(wanted);
  if (connections < wanted) ports.log.error('connections-limited', { connections, wanted });
  guardConnections(server, { connections, spares, callers, onFull: () => onLimit('connections') });
  refuseSlowBodies(server, () => onLimit('slow-bodies'));
  // Connections that arrive together wait in the kernel. Where its queue is full, a client tries again a
  // second later.
  server.listen({ port: config.port, host: config.host, backlog: config.limits.connections });
  const sweeping = setInterval(kept.sweep, SWEEP_MS).unref();
  server.once('close', () => clearInterval(sweeping));
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject)).catch(
    (error: NodeJS.ErrnoException) => {
      const { code: reason = '' } = error;
      if (reason === 'EADDRINUSE') throw error;
      const { host, port } = config;
      throw new ConfigError([{ name: 'HOST', code: 'cannot-listen', host, port, reason }]);
    },
  );
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeServer(server, GRACE_MS),
  };
}

const compressing = compress();

/** Compresses the answer for a client who names an encoding. */
const compressed: MiddlewareHandler = (c, next) =>
  c.req.header('Accept-Encoding') === undefined ? next() : compressing(c, next);

/** Says that a text may come compressed, as the library would: it copies the answer to say so. */
const varyByEncoding: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!COMPRESSIBLE_CONTENT_TYPE_REGEX.test(headers.get('Content-Type') ?? '')) return;
  if (!/\baccept-encoding\b/i.test(headers.get('Vary') ?? '')) headers.append('Vary', 'Accept-Encoding');
};

/** A server must refuse a request with several `Host` headers (RFC 9112 §3.2). Node keeps only the first one. */
function hasOneHost({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.length === 4 && rawHeaders[at]?.toLowerCase() === 'host') hosts += 1;
  }
  return hosts <= 1;
}

/** Accepts no new connection, lets open requests finish within this time, then closes all connections. A
 *  client that sends or reads slowly, or keeps a connection open, cannot delay the stop. */
async function closeServer(server: Server, graceMilliseconds: number): Promise<void> {
  let isClosed = false;
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      isClosed = true;
      resolve();
    });
  });
  const deadline = performance.now() + graceMilliseconds;
  while (!isClosed && performance.now() < deadline) {
    server.closeIdleConnections();
    await Promise.race([closed, wait(CLOSE_POLL_MS)]);
  }
  server.closeAllConnections();
  await closed;
}

/** Lets requests begin one after another, so that many heavy ones do not block the event loop for seconds. */
interface Turns {
  /** Resolves to true when the request may begin, at once where the loop is free, and to false if too many
   *  requests wait. It never rejects. */
  next(caller: Caller): boolean | Promise<boolean>;
  waiting(): number;
}

type Start = (mayBegin: boolean) => void;

/** A handler runs up to its first pause without a break, so a thousand requests that arrive together would
 *  all run that far at once. Once they have taken 10 ms, each further request waits for its own turn of the
 *  loop. Clients alternate: one request does not wait behind a thousand of another client. */
export function makeTurns({
  now = () => performance.now(),
  onFull,
}: {
  readonly now?: () => number;
  /** Called each time that too many requests wait. */
  readonly onFull?: () => void;
} = {}): Turns {
  const queue = makeFairQueue<Start>({ most: MOST_WAITING, onLost: (start) => start(false), onFull });
  let turnBegan: number | undefined;
  let isPaced = false;

  return {
    next(caller) {
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
      if (!queue.put(caller, start)) return false;
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
