import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { clientOf } from '../adapters/http/limits/client-address.ts';
import { assetsFolder, type NodeContext } from '../node.ts';
import type { Config } from '../settings/config.ts';
import { closeServer } from './close-server.ts';
import { guardConnections, TIME_LIMITS } from './guard-connections.ts';
import type { LocalSignIn } from './local-sign-in.ts';
import { makeTurns } from './take-turns.ts';

/** How long a client may go on receiving or sending once the server was asked to stop. */
const GRACE_MS = 10_000;

export interface Listening {
  readonly port: number;
  /** Ends once the last answer is given, or its time is over. */
  close(): Promise<void>;
}

/** Answers on the host and port of the settings: the application, its built assets, and the sign-in of the demonstration
 *  where there is one. */
export async function listen(
  { app, config }: NodeContext,
  localSignIn: LocalSignIn | undefined,
): Promise<Listening> {
  const root = new Hono<{ Bindings: HttpBindings }>();
  if (localSignIn) {
    // First, while the body of the request is still unread.
    root.all(`${localSignIn.path}/*`, async (c) => {
      await localSignIn.handler(c.env.incoming, c.env.outgoing);
      return RESPONSE_ALREADY_SENT;
    });
  }
  // One who sends thousands in one go is cut off, and what was read of it needs no answer.
  root.use(async (c, next) => {
    if (c.env.incoming.socket.destroyed) return new Response(null, { status: 503 });
    return next();
  });
  root.use(compress());
  root.use(
    '/assets/*',
    serveStatic({
      root: assetsFolder(),
      rewriteRequestPath: (path) => path.replace(/^\/assets/, ''),
      onFound: (_path, c) => {
        c.header('Cache-Control', 'public, max-age=31536000, immutable');
      },
    }),
  );
  const turns = makeTurns();
  // Handed over whole, so that the application answers what it has no route for as well.
  root.all('*', async (c) => {
    const clientAddress = c.env.incoming.socket.remoteAddress;
    // Whoever looks whether the service lives waits behind nobody.
    if (c.req.path === '/health/live') return app.fetch(c.req.raw);
    const turn = () => turns.next(turnOf(c, config));
    const isTooMuch = !(await turn());
    return app.fetch(c.req.raw, { clientAddress, isTooMuch, turn });
  });
  const server = createAdaptorServer({ fetch: root.fetch, serverOptions: TIME_LIMITS }) as Server;
  guardConnections(server, config.limits);
  // Connections that arrive together wait in the kernel; where they find no room, they try again a second later.
  server.listen({ port: config.port, host: config.host, backlog: config.limits.connections });
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeServer(server as Server, GRACE_MS),
  };
}

/** Among whom turns are shared. */
function turnOf(c: Context<{ Bindings: HttpBindings }>, { limits }: Config): string {
  const { trustedProxies } = limits;
  const address = c.env.incoming.socket.remoteAddress;
  return clientOf({ address, forwardedFor: c.req.header('X-Forwarded-For'), trustedProxies }) ?? '';
}
