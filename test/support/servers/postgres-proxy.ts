import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What the proxy does to the connection of the listener; the others pass. */
export type ValidationError = 'none' | 'swallow' | 'freeze' | 'cut';

export interface PostgresProxy {
  readonly url: string;
  inject(error: ValidationError): void;
  stop(): Promise<void>;
}

const LISTENER = 'jalon listener';
/** NotificationResponse: https://www.postgresql.org/docs/18/protocol-message-formats.html */
const NOTIFICATION = 'A'.charCodeAt(0);
const LENGTH_BYTES = 4;

/** Stands in front of PostgreSQL like a pooler or a bad network: announcements may be lost, and the connection
 *  of the listener may fall silent or end. */
export async function startPostgresProxy(databaseUrl: string): Promise<PostgresProxy> {
  const { hostname, port } = new URL(databaseUrl);
  let error: ValidationError = 'none';
  const listeners = new Set<Socket>();
  const held: (() => void)[] = [];
  const all = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let isListener = false;
    let rest: Buffer = Buffer.alloc(0);
    const pass = (data: Buffer) => {
      const whole = splitMessages(Buffer.concat([rest, data]));
      rest = whole.rest;
      for (const message of whole.messages) {
        const isSwallowed = error === 'swallow' && message[0] === NOTIFICATION;
        if (!isSwallowed && !client.destroyed) client.write(message);
      }
    };
    client.on('data', (data: Buffer) => {
      if (!isListener && data.includes(LISTENER)) {
        isListener = true;
        listeners.add(client);
      }
      if (!upstream.destroyed) upstream.write(data);
    });
    upstream.on('data', (data: Buffer) => {
      if (!isListener) return void (client.destroyed || client.write(data));
      if (error === 'freeze') return void held.push(() => pass(data));
      return pass(data);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      all.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        all.delete(one);
        listeners.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    inject(next) {
      error = next === 'cut' ? 'none' : next;
      if (next === 'cut') for (const socket of listeners) socket.destroy();
      if (error !== 'freeze') for (const release of held.splice(0)) release();
    },
    async stop() {
      for (const socket of all) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The whole messages of the server: a letter, then a length that counts itself. */
function splitMessages(data: Buffer) {
  const messages: Buffer[] = [];
  let at = 0;
  while (data.length >= at + 1 + LENGTH_BYTES) {
    const end = at + 1 + data.readInt32BE(at + 1);
    if (data.length < end) break;
    messages.push(data.subarray(at, end));
    at = end;
  }
  return { messages, rest: data.subarray(at) };
}
