import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What the proxy does to every connection:
 *  - `none`: passes all bytes;
 *  - `hold`: keeps connections open, accepts new ones, and passes nothing;
 *  - `hold-open-ones`: the same to the connections that are open, and passes the bytes of new ones;
 *  - `delay`: passes each piece two and a half seconds later;
 *  - `cut`: closes the connections, and accepts no new one. */
export type DatabaseFailure = 'none' | 'hold' | 'hold-open-ones' | 'delay' | 'cut';

export interface DatabaseProxy {
  readonly url: string;
  inject(failure: DatabaseFailure): Promise<void>;
  stop(): Promise<void>;
}

const DELAY_MS = 2500;

/** Stands in front of PostgreSQL like a network or a server that fails. What was held passes once the failure is over. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const { hostname, port: upstreamPort } = new URL(databaseUrl);
  let failure: DatabaseFailure = 'none';
  let held: (() => void)[] = [];
  const sockets = new Set<Socket>();
  const dead = new WeakSet<Socket>();
  const forward = (from: Socket, to: Socket, client: Socket) =>
    from.on('data', (data: Buffer) => {
      const pass = () => void (to.destroyed || to.write(data));
      if (failure === 'hold' || dead.has(client)) held.push(pass);
      else if (failure === 'delay') setTimeout(pass, DELAY_MS);
      else pass();
    });
  const server = createServer((client) => {
    const upstream = connect(Number(upstreamPort), hostname);
    forward(client, upstream, client);
    forward(upstream, client, client);
    sockets.add(client);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    async inject(next) {
      failure = next;
      if (next === 'hold-open-ones') for (const socket of sockets) dead.add(socket);
      if (next === 'none') for (const pass of held.splice(0)) pass();
      if (next === 'cut') {
        endAll();
        await close();
      } else if (!server.listening) await listen(port);
    },
    async stop() {
      held = [];
      endAll();
      if (server.listening) await close();
    },
  };
}
