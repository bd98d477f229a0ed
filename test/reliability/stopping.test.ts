import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jalon, ROOT } from '../support/command-line.ts';
import { findFreePort } from '../support/servers/free-port.ts';

/** The longest time that a stop may take. */
const STOPPED_WITHIN_MS = 15_000;

let folder: string;
let port: number;
let child: ChildProcess;
let sockets: Socket[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-stopping-'));
  port = await findFreePort();
  const environment = {
    DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
    KEYS_DIR: join(folder, 'keys'),
    PUBLIC_URL: `http://localhost:${port}`,
    PORT: String(port),
    DEMO: '0',
  };
  await jalon(['keys', 'generate'], { environment });
  child = spawn(process.execPath, [`${ROOT}dist/cli.js`, 'serve'], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: 'ignore',
  });
  while (!(await fetch(`http://localhost:${port}/health/ready`).catch(() => undefined))?.ok) await wait(50);
}, 240_000);
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Sends this text and nothing more. */
async function hold(text: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  sockets.push(socket);
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(text);
}

function stop(
  signal: NodeJS.Signals,
): Promise<{ readonly code: number | null; readonly milliseconds: number }> {
  const began = performance.now();
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve({ code, milliseconds: performance.now() - began }));
    child.kill(signal);
  });
}

async function holdEveryWay(): Promise<void> {
  const head = 'Host: localhost\r\n';
  await hold('');
  await hold('GET / HTTP/1.1\r\n');
  await hold(`POST /api/v1/verifications HTTP/1.1\r\n${head}Content-Length: 100000\r\n\r\n{"cred`);
  await hold(`GET /health/live HTTP/1.1\r\n${head}\r\n`);
}

describe('a server asked to stop', { timeout: 240_000 }, () => {
  it('ends in time, with 0, although clients hold connections, headers and bodies', async () => {
    await holdEveryWay();
    await wait(200);
    const { code, milliseconds } = await stop('SIGTERM');
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(STOPPED_WITHIN_MS);
  });

  it('finishes a request that ends in time', async () => {
    const body = JSON.stringify({ credential: { a: 1 } });
    const answered = new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      sockets.push(socket);
      let text = '';
      socket.on('data', (bytes) => (text += bytes)).on('close', () => resolve(text));
      socket.write(
        `POST /api/v1/verifications HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
      );
      setTimeout(() => socket.write(body), 1500);
    });
    await wait(300);
    const { code } = await stop('SIGTERM');
    expect(await answered).toMatch(/^HTTP\/1\.1 [24]\d\d /);
    expect(code).toBe(0);
  });

  it('ends at once at a second signal, with the code of that signal', async () => {
    await holdEveryWay();
    await wait(200);
    const stopped = stop('SIGTERM');
    await wait(1500);
    const began = performance.now();
    child.kill('SIGINT');
    expect((await stopped).code).toBe(130);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
