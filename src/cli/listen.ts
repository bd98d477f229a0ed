import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { assetsFolder, type NodeContext } from '../node.ts';
import { closeServer } from './close-server.ts';
import type { LocalSignIn } from './local-sign-in.ts';

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
  // Handed over whole, so that the application answers what it has no route for as well.
  root.all('*', (c) => app.fetch(c.req.raw));
  const server = serve({ fetch: root.fetch, port: config.port, hostname: config.host });
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeServer(server as Server, GRACE_MS),
  };
}
