import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchLog } from '../../src/application/observability/counting-logger.ts';
import { makeMeter } from '../../src/application/observability/meter.ts';
import { makeLog } from '../../src/assembly/system-ports.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { ROOT } from '../support/command-line.ts';
import { findFreePort } from '../support/servers/free-port.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

/** Keys as they stand in a folder some days after they were made. */
function ageKeys(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const key = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const createdAt = secondsAfter(key.createdAt, -3 * 86_400);
    writeFileSync(join(folder, name), JSON.stringify({ ...key, createdAt }));
  }
}

describe('the log of a service that no terminal shows', () => {
  let service: TestService;
  let child: ChildProcess;
  let port = 0;
  const stated = { out: '', err: '' };
  beforeAll(async () => {
    service = await startTestService();
    ageKeys(service.environment['KEYS_DIR'] ?? '');
    port = await findFreePort();
    const dead = `http://localhost:${await findFreePort()}`;
    child = spawn(process.execPath, [`${ROOT}dist/cli.js`, 'serve'], {
      env: {
        PATH: process.env['PATH'] ?? '',
        ...service.environment,
        DATABASE_URL: `sqlite:${service.folder}/lost.db`,
        PORT: String(port),
        OIDC_FIM_ISSUER: dead,
        OIDC_FIM_CLIENT_ID: 'jalon',
        OIDC_FIM_CLIENT_SECRET: 'a-secret-of-the-tests',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.on('data', (bytes: Buffer) => (stated.out += bytes.toString()));
    child.stderr?.on('data', (bytes: Buffer) => (stated.err += bytes.toString()));
    while (!(await fetch(`http://localhost:${port}/health/live`).catch(() => undefined))?.ok) await wait(50);
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    await service.stop();
  });

  const linesOf = (event: string) =>
    stated.err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((line) => line['event'] === event);

  it('is one JSON object a line, with process and version, and begins with what runs', async () => {
    const [started] = linesOf('started');
    expect(started).toMatchObject({
      level: 'info',
      database: 'sqlite',
      badges: 0,
      keys: 2,
      providers: 'fim',
    });
    expect(started?.['process']).toMatch(/^[0-9a-f]{8}$/);
    expect(started?.['version']).toMatch(/^\d+\.\d+\.\d+/);
    expect(Number.isNaN(Date.parse(String(started?.['at'])))).toBe(false);
    expect(linesOf('listening')).toMatchObject([{ port }]);
    // The keys are old, and this database is empty: the real one may be lost.
    expect(linesOf('database-empty-keys-old')).toMatchObject([{ level: 'error', since: expect.any(String) }]);
    expect(stated.out).toBe('');
  });

  it('names provider, host, port and cause once, and counts what is held back', async () => {
    for (let time = 0; time < 3; time += 1) {
      const answer = await fetch(`http://localhost:${port}/sign-in/fim`, { redirect: 'manual' });
      expect(answer.status).toBe(503);
    }
    const lines = linesOf('identity-provider-unreachable');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ provider: 'fim', cause: 'ECONNREFUSED', request: expect.any(String) });
    expect(lines[0]?.['server']).toMatch(/^localhost:\d+$/);
    const figures = await (await fetch(`http://localhost:${port}/metrics`)).text();
    expect(figures).toMatch(/^jalon_identity_provider_failures_total\{provider="fim",process="\w+"\} 3$/m);
  });

  it('tells once an hour of forwarded headers that no one believes', async () => {
    for (let time = 0; time < 3; time += 1) {
      await fetch(`http://localhost:${port}/unknown`, { headers: { 'X-Forwarded-For': '192.0.2.1' } });
    }
    expect(linesOf('forwarded-headers-unbelieved')).toMatchObject([{ setting: 'TRUST_PROXY' }]);
  });

  it('gives the id of a request back, shows it on the page of a fault, and takes none that is unbelieved', async () => {
    const headers = { Accept: 'text/html', 'X-Request-Id': 'of-a-stranger-1' };
    const answer = await fetch(`http://localhost:${port}/sign-in/fim`, { redirect: 'manual', headers });
    const id = answer.headers.get('X-Request-Id') ?? '';
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await answer.text()).toContain(id);
  });

  it('ends with a line too', async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(linesOf('stopping')).toHaveLength(1);
    expect(stated.out).toBe('');
  });
});

describe('the id of a request', () => {
  it('is the proxy’s where proxies are believed, in a strict form', async () => {
    const service = await startTestService({ TRUST_PROXY: '1' });
    const idOf = async (given: string) =>
      (await service.get('/unknown', { 'X-Request-Id': given })).headers.get('X-Request-Id');
    expect(await idOf('1f0c-22ab-proxy-7')).toBe('1f0c-22ab-proxy-7');
    for (const odd of ['short', 'a"b{c}d-e-f-g', 'x'.repeat(65)]) {
      expect(await idOf(odd)).toMatch(/^[0-9a-f-]{36}$/);
    }
    await service.stop();
  });
});

describe('a fault that lasts', () => {
  it('is told once a minute, with the number of lines held back', () => {
    const lines: unknown[] = [];
    let now = 0;
    const log = watchLog(
      { info: () => {}, error: (event, fields) => void lines.push([event, fields]) },
      { meter: makeMeter('p', () => 0), monotonic: () => now },
    );
    const fail = (reason: string) => log.error('outbox-task-failed', { kind: 'send-mail', reason });
    for (let time = 0; time < 5; time += 1) fail('silent');
    fail('refused');
    now = 61;
    fail('silent');
    expect(lines).toEqual([
      ['outbox-task-failed', { kind: 'send-mail', reason: 'silent' }],
      ['outbox-task-failed', { kind: 'send-mail', reason: 'refused' }],
      ['outbox-task-failed', { kind: 'send-mail', reason: 'silent', heldBack: 4 }],
    ]);
  });
});

describe('the log at a terminal', () => {
  it('is words, and passes no control of a stranger', () => {
    const lines: string[] = [];
    const log = makeLog((line) => void lines.push(line), { form: 'words', request: () => undefined });
    log.error('mail-refused', { code: 'smtp-550', id: 'a\u001b[2J' });
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d ✘ mail-refused code="smtp-550" id="a\\u001b\[2J"$/);
  });
});
