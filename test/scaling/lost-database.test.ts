import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import { type PostgresServer, postgresRunsHere, startPostgres } from '../support/servers/start-postgres.ts';

/** Each of these pages needs the database. */
const PAGES = ['/credentials/AAAAAAAAAAAAAAAAAAAAAA', '/status/1', '/badges', '/metrics'];
const VISITORS = 12;

const folder = mkdtempSync(join(tmpdir(), 'jalon-lost-'));
let postgres: PostgresServer;
let servers: readonly RunningServer[] = [];

beforeAll(async () => {
  if (!postgresRunsHere) return;
  postgres = await startPostgres();
  const environment = { DATABASE_URL: postgres.url, KEYS_DIR: join(folder, 'keys') };
  await jalon(['keys', 'generate'], { environment });
  servers = [await startServer(environment), await startServer(environment)];
}, 120_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Visitors request pages from both servers, one after the other, until they are told to stop. */
function beginPageRequests() {
  const seen = new Map<number, number>();
  let isOver = false;
  const visits = Array.from({ length: VISITORS }, async (_, visitor) => {
    for (let turn = visitor; !isOver; turn += 1) {
      const { url = '' } = servers[turn % servers.length] ?? {};
      const answer = await fetch(`${url}${PAGES[turn % PAGES.length]}`);
      await answer.arrayBuffer();
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
    }
  });
  return {
    seen,
    leave: async () => {
      isOver = true;
      // A server that has ended would refuse the connection, and this would throw.
      await Promise.all(visits);
    },
  };
}

/** Ends the connections of the servers while their queries wait for a locked table. */
async function terminateBackendsInUse(): Promise<number> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query('begin');
  await client.query('lock table credential in access exclusive mode');
  await wait(150);
  const { rowCount } = await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jalon'",
  );
  await client.query('rollback');
  await client.end();
  return rowCount ?? 0;
}

const answersOf = (path: string, init?: RequestInit) =>
  Promise.all(servers.map(({ url }) => fetch(`${url}${path}`, init)));

async function untilReady(): Promise<void> {
  for (let attemptsLeft = 100; attemptsLeft > 0; attemptsLeft -= 1) {
    if ((await answersOf('/health/ready')).every(({ ok }) => ok)) return;
    await wait(100);
  }
  throw new Error('The servers did not recover.');
}

describe.skipIf(!postgresRunsHere)('servers that lose their database', { timeout: 120_000 }, () => {
  it('continue when PostgreSQL ends their connections while they are in use', async () => {
    const visits = beginPageRequests();
    let ended = 0;
    for (let turn = 0; turn < 10; turn += 1) {
      ended += await terminateBackendsInUse();
    }
    await untilReady();
    await visits.leave();
    expect(ended).toBeGreaterThan(10);
    expect([...visits.seen.keys()].filter((status) => ![200, 404, 503].includes(status))).toEqual([]);
    expect(visits.seen.get(503) ?? 0).toBeGreaterThan(0);
  });

  it('answer that they are unavailable while it is stopped, and recover by themselves', async () => {
    const visits = beginPageRequests();
    await wait(300);
    await postgres.interrupt();
    const pages = await answersOf('/credentials/AAAAAAAAAAAAAAAAAAAAAA', {
      headers: { accept: 'text/html', 'accept-language': 'en' },
    });
    for (const page of pages) {
      expect(page.status).toBe(503);
      expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await page.text()).toContain('The service is briefly unavailable');
    }
    for (const answer of await answersOf('/status/1')) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await answer.json()).toMatchObject({ code: 'unavailable', status: 503 });
    }
    for (const metrics of await answersOf('/metrics')) {
      expect(metrics.status).toBe(200);
      expect(await metrics.text()).toMatch(/^jalon_up 1$[\s\S]*^jalon_database_up 0$/m);
    }
    expect((await answersOf('/health/live')).map(({ status }) => status)).toEqual([200, 200]);
    expect((await answersOf('/health/ready')).map(({ status }) => status)).toEqual([503, 503]);
    // A timer of each server runs in the meantime.
    await wait(6000);
    await postgres.resume();
    await untilReady();
    await visits.leave();
    expect([...visits.seen.keys()].filter((status) => ![200, 404, 503].includes(status))).toEqual([]);
    const again = await answersOf('/metrics');
    for (const metrics of again) expect(await metrics.text()).toMatch(/^jalon_database_up 1$/m);
  });
});
