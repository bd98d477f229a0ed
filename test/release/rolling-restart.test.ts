import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateKeys } from '../../src/adapters/signing/key-lifecycle.node.ts';
import { clock } from '../../src/assembly/system-ports.ts';
import { jalon, ROOT } from '../support/command-line.ts';
import { findFreePort } from '../support/servers/free-port.ts';
import { makeMigratedDatabase } from '../support/servers/postgres.ts';
import { isCaughtUp } from '../support/servers/running.ts';
import { caddyAt, HOST, nginxAt, withProxy, writeCertificate } from './proxies.ts';

const REQUESTS = 2000;
/** Milliseconds between two requests of readers. */
const PAUSE_MS = 15;
const POSTS = 20;

let folder: string;
let database: Awaited<ReturnType<typeof makeMigratedDatabase>>;
let environment: Readonly<Record<string, string>>;
let token = '';
const processes = new Map<number, ChildProcess>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-rolling-'));
  await writeCertificate(folder);
  database = await makeMigratedDatabase();
  const KEYS_DIR = join(folder, 'keys');
  await generateKeys({ folder: KEYS_DIR, at: clock.now() });
  environment = {
    KEYS_DIR,
    DATABASE_URL: database.url,
    TRUST_PROXY: '1',
    PUBLIC_URL: `https://${HOST}`,
    DEMO: '0',
  };
  const made = await jalon(['token', 'create', '--role', 'dane', '--name', 'essai', '--json'], {
    environment,
  });
  token = String(made.lines[0]?.['token']);
});
afterAll(async () => {
  for (const port of processes.keys()) await stop(port, 'SIGKILL');
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(port: number): Promise<void> {
  const child = spawn(process.execPath, [`${ROOT}dist/cli.js`, 'serve'], {
    env: { PATH: process.env['PATH'] ?? '', ...environment, PORT: String(port) },
    stdio: 'ignore',
  });
  processes.set(port, child);
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer && (await isCaughtUp(answer))) return;
    if (child.exitCode !== null) throw new Error(`the process on ${port} ended with ${child.exitCode}`);
    await wait(50);
  }
}

async function stop(port: number, signal: NodeJS.Signals): Promise<void> {
  const child = processes.get(port);
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });

/** Resolves to the status, or to what went wrong. */
function send(port: number, path: string, body?: string): Promise<number | string> {
  return new Promise((resolve) => {
    const headers = {
      Host: HOST,
      ...(body !== undefined && { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }),
    };
    const options = { port, path, host: '127.0.0.1', servername: HOST, agent, headers };
    request({ ...options, method: body === undefined ? 'GET' : 'POST', timeout: 30_000 })
      .once('response', (answer) => resolve(answer.resume().statusCode ?? 0))
      .once('timeout', () => resolve('timeout'))
      .once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
      .end(body);
  });
}

/** The names of all tokens, as the database has them. */
async function tokenNames(): Promise<readonly unknown[]> {
  const listed = await jalon(['token', 'list', '--json'], { environment });
  return listed.lines.map(({ name }) => name);
}

describe.each([
  { name: 'nginx', at: nginxAt },
  { name: 'Caddy', at: caddyAt },
])('two processes behind $name', ({ name, at }) => {
  it('lose no page while each is restarted and one is killed, and do no form twice', async () => {
    const [plain, port, first, second] = [
      await findFreePort(),
      await findFreePort(),
      await findFreePort(),
      await findFreePort(),
    ];
    await Promise.all([start(first), start(second)]);
    const isReady = async () => (await send(port, '/health/live')) === 200;
    const place = { folder, port, plain, servicePort: first, secondPort: second };
    await withProxy(at(place), folder, isReady, async () => {
      const answers: Promise<number | string>[] = [];
      const reading = (async () => {
        for (let sent = 0; sent < REQUESTS; sent += 1) {
          answers.push(send(port, ['/verify', '/badges', '/.well-known/did.json', '/'][sent % 4] ?? '/'));
          await wait(PAUSE_MS);
        }
      })();
      for (const one of [first, second]) {
        await stop(one, 'SIGTERM');
        await start(one);
      }
      await stop(first, 'SIGKILL');
      await start(first);
      await reading;
      const lost = (await Promise.all(answers)).filter((answer) => answer !== 200);
      expect([name, answers.length, lost]).toEqual([name, REQUESTS, []]);

      const made = Array.from({ length: POSTS }, (_, at) => `${name}-${at}`);
      const posted = made.map((one) =>
        send(port, '/api/v1/tokens', JSON.stringify({ role: 'reader', name: one })),
      );
      await wait(30);
      await stop(second, 'SIGKILL');
      const statuses = await Promise.all(posted);
      expect(statuses.filter((status) => status !== 200 && status !== 502)).toEqual([]);
      const names = await tokenNames();
      const counts = made.map((one) => names.filter((known) => known === one).length);
      expect(counts.filter((count) => count > 1)).toEqual([]);
      expect(made.filter((_, at) => statuses[at] === 200 && counts[at] !== 1)).toEqual([]);
      await stop(first, 'SIGTERM');
    });
  }, 300_000);
});
