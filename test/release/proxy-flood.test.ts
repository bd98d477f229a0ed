import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateKeys } from '../../src/adapters/signing/key-lifecycle.node.ts';
import { clock } from '../../src/assembly/system-ports.ts';
import { findFreePort } from '../support/servers/free-port.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import { caddyAt, HOST, nginxAt, type ProxyPlace, withProxy, writeCertificate } from './proxies.ts';

/** Half-sent requests that one address begins, as many as the service has connections (`LIMIT_CONNECTIONS`). */
const FLOOD = 4000;
const ATTACKER = '127.66.0.1';
const READER = '127.99.1.1';
/** The most connections between a proxy and the service: those of the honest requests, and idle ones. */
const FEW = 64;
const REPEATS = 40;

let folder: string;
let server: RunningServer;
/** The sockets of requests that were not answered. */
const open = new Set<TLSSocket>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-flood-'));
  await writeCertificate(folder);
  const KEYS_DIR = join(folder, 'keys');
  await generateKeys({ folder: KEYS_DIR, at: clock.now() });
  const DATABASE_URL = `sqlite:${join(folder, 'jalon.db')}`;
  server = await startServer({ KEYS_DIR, DATABASE_URL, TRUST_PROXY: '1' }, `https://${HOST}`);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Begins a POST and sends five of its sixty bytes. Resolves once they are sent, or the connection failed. */
function beginRequest(port: number): Promise<void> {
  return new Promise((resolve) => {
    const options = { port, host: '127.0.0.1', localAddress: ATTACKER, servername: HOST };
    const socket = connect({ ...options, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] }, () => {
      const head = `POST /verify HTTP/1.1\r\nHost: ${HOST}\r\nContent-Type: application/x-www-form-urlencoded`;
      socket.write(`${head}\r\nContent-Length: 60\r\n\r\ntext=`, () => resolve());
    });
    socket.on('error', () => resolve()).once('close', () => resolve());
    // What the proxy refuses is answered at once, and closed a little later.
    socket.on('data', () => open.delete(socket));
    open.add(socket);
  });
}

async function flood(port: number): Promise<void> {
  let next = 0;
  const begin = async () => {
    while (next < FLOOD) {
      next += 1;
      await beginRequest(port);
    }
  };
  await Promise.all(Array.from({ length: 100 }, begin));
  await wait(1000);
}

const held = () => [...open].filter(({ destroyed, readableEnded }) => !destroyed && !readableEnded).length;

/** The established connections to the service, by the kernel. */
function connectionsTo(port: number): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFileSync(file, 'utf8').split('\n'));
  return tables.flat().filter((line) => {
    const [, from = '', , state] = line.trim().split(/\s+/);
    return from.endsWith(local) && state === '01';
  }).length;
}

/** One request of a reader on a connection of its own. Resolves to its status, or what went wrong. */
function readThrough(port: number, path: string): Promise<number | string> {
  return new Promise((resolve) => {
    const options = { port, path, host: '127.0.0.1', localAddress: READER, servername: HOST, agent: false };
    request({ ...options, headers: { Host: HOST }, rejectUnauthorized: false, timeout: 10_000 })
      .once('response', (answer) => resolve(answer.resume().statusCode ?? 0))
      .once('timeout', () => resolve('timeout'))
      .once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
      .end();
  });
}

function readDirectly(): Promise<number | string> {
  return new Promise((resolve) => {
    get(`${server.url.replace('localhost', '127.0.0.1')}/health/live`, { agent: false, timeout: 10_000 })
      .once('response', (answer) => resolve(answer.resume().statusCode ?? 0))
      .once('timeout', () => resolve('timeout'))
      .once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

describe.each([
  // nginx refuses what one address holds beyond its bound; the service never learns of it.
  { name: 'nginx', at: nginxAt, isReached: (count: number) => count >= 500 && count <= 1000 },
  { name: 'Caddy', at: caddyAt, isReached: (count: number) => count >= 0.95 * FLOOD },
])('4,000 half-sent requests of one address through $name', ({ name, at, isReached }) => {
  it('hold no connection to the service, and refuse no one else', async () => {
    const servicePort = Number(new URL(server.url).port);
    const [plain, port] = [await findFreePort(), await findFreePort()];
    const place: ProxyPlace = { folder, port, plain, servicePort };
    const isReady = async () => (await readThrough(port, '/health/live')) === 200;
    await withProxy(at(place), folder, isReady, async () => {
      await flood(port);
      // The bound is reached: as many half-sent requests are open as the proxy allows.
      expect([name, held(), isReached(held())]).toEqual([name, expect.any(Number), true]);
      const answers: (number | string)[] = [];
      let most = 0;
      for (let round = 0; round < REPEATS; round += 1) {
        answers.push(await readThrough(port, '/verify'), await readDirectly());
        most = Math.max(most, connectionsTo(servicePort));
        // A byte now and then keeps the requests alive.
        if (round % 10 === 9) for (const socket of open) if (socket.writable) socket.write('a');
        await wait(100);
      }
      expect([name, held(), isReached(held())]).toEqual([name, expect.any(Number), true]);
      expect(answers.filter((answer) => answer !== 200)).toEqual([]);
      expect(most).toBeLessThanOrEqual(FEW);
      for (const socket of open) socket.destroy();
      open.clear();
    });
  }, 180_000);
});
