import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyOutbox } from '../../src/application/maintenance/outbox.ts';
import { runMaintenance } from '../../src/application/maintenance/run.ts';
import { makeLeases } from '../../src/application/store/leases.ts';
import { secondsAfter, toInstant } from '../../src/domain/time/calendar.ts';
import { ROOT } from '../support/command-line.ts';
import { makeMigratedDatabase } from '../support/servers/postgres.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';

interface Server {
  readonly service: TestService;
  readonly database: string;
  stop(): Promise<void>;
}

const SERVERS: readonly (readonly [string, () => Promise<Server>])[] = [
  [
    'SQLite',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'jalon-outbox-'));
      const file = join(folder, 'jalon.db');
      const service = await startTestService({ DATABASE_URL: `sqlite:${file}` });
      return { service, database: file, stop: async () => rmSync(folder, { recursive: true }) };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const { url, drop } = await makeMigratedDatabase();
      return { service: await startTestService({ DATABASE_URL: url }), database: url, stop: drop };
    },
  ],
];

let server: Server;
afterEach(async () => {
  await server.service.stop();
  await server.stop();
});

const now = toInstant(new Date());

/** A badge that a process revoked before the process was killed. */
async function revokeAndDie(dataVersion: 'before' | 'during'): Promise<string> {
  await server.service.importText(ONE_RUPN);
  const [badge] = await issueEverything(server.service);
  if (!badge) throw new Error('no badge was issued');
  await server.service.services.publishStatusLists();
  const script = join(import.meta.dirname, 'revoke-and-die.child.ts');
  const child = spawn(process.execPath, [script, server.database, badge.id, dataVersion, now], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  expect(await new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))).toBe(
    'SIGKILL',
  );
  return badge.id;
}

const lists = () => server.service.ports.store.readStatusLists();

/** Another process of the same service, which first looks for work now, and then some time later. */
async function later(seconds: number) {
  const { ports } = server.service;
  const said: string[] = [];
  const log = { info: () => {}, error: (event: string) => void said.push(event) };
  let elapsed = 0;
  const leases = makeLeases({ store: ports.store, monotonic: () => elapsed });
  await leases.findEnded('outbox');
  elapsed = seconds;
  const needs = { ...ports, log, leases, clock: { now: () => secondsAfter(now, seconds) } };
  return { needs, said, empty: emptyOutbox(needs) };
}

describe.each(SERVERS)('a task that follows a commit on %s', (_name, start) => {
  it.each(['before', 'during'] as const)(
    'is done once by another process where the first was killed %s it',
    async (dataVersion) => {
      server = await start();
      await revokeAndDie(dataVersion);
      expect(await lists()).toMatchObject([{ revision: 1, published: { publishedRevision: 0 } }]);
      expect(await (await server.service.get('/metrics')).text()).toContain('jalon_outbox_waiting 1');
      if (dataVersion === 'during') expect(await (await later(1)).empty()).toBe(0);
      expect(await (await later(60)).empty()).toBe(1);
      expect(await lists()).toMatchObject([{ revision: 1, published: { publishedRevision: 1 } }]);
      expect(await (await later(600)).empty()).toBe(0);
      expect(await (await server.service.get('/metrics')).text()).toContain('jalon_outbox_waiting 0');
    },
  );

  it('is reported as overdue once it failed twice, and done once it can', async () => {
    server = await start();
    await revokeAndDie('before');
    const { needs, said } = await later(300);
    const broken = async () => {
      throw new Error('no key at hand');
    };
    const cannot = {
      ...needs,
      signer: {
        signStatusList: broken,
        signDocument: broken,
        signEndorsement: broken,
        signForms: broken,
        signCheckpoint: broken,
      },
    };
    const maintainAt = (seconds: number) =>
      runMaintenance(
        { ...cannot, clock: { now: () => secondsAfter(now, seconds) } },
        {
          days: { count: async () => {}, sureTime: async () => undefined },
          reSignAhead: async () => 0,
          emptyOutbox: emptyOutbox({ ...cannot, clock: { now: () => secondsAfter(now, seconds) } }),
          publishStatusLists: async () => 0,
          appendBadgeLog: async () => {},
          sealAudit: async () => {},
          campaignMaintenance: async () => {},
          remindEndings: async () => 0,
          remindPendingAcceptances: async () => 0,
          beginNightlyCheck: async () => {},
          advanceJobs: async () => false,
        },
      )();
    await maintainAt(300);
    expect(said).toEqual(['outbox-task-failed']);
    await maintainAt(306);
    expect(said).toEqual(['outbox-task-failed', 'outbox-task-failed', 'outbox-overdue']);
    expect(await (await later(307)).empty()).toBe(0);
    expect(await (await later(330)).empty()).toBe(1);
    expect(await lists()).toMatchObject([{ published: { publishedRevision: 1 } }]);
  });

  it('has one effect where two processes do it at once', async () => {
    server = await start();
    await revokeAndDie('before');
    const { needs } = await later(10);
    const claiming = { by: 'slow', now: needs.clock.now(), ended: [], limit: 1 };
    const [task] = await needs.store.leaseOutbox(claiming);
    expect(await (await later(16)).empty()).toBe(1);
    const again = needs.store.commit([
      { kind: 'status-list-opened', id: 'left-behind', size: 1, at: now },
      { kind: 'outbox-done', id: task?.id ?? '', by: 'slow', at: now },
    ]);
    await expect(again).rejects.toMatchObject({ params: { constraint: 'outbox_item_open' } });
  });
});

describe('a server that runs', () => {
  it('does by itself the tasks that a killed process left', async () => {
    server = await (SERVERS[1] as (typeof SERVERS)[number])[1]();
    const { environment } = server.service;
    const child = spawn(process.execPath, [`${ROOT}dist/cli.js`, 'serve', '--json'], {
      env: { PATH: process.env['PATH'] ?? '', ...environment, PORT: '0' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await revokeAndDie('before');
    while ((await lists())[0]?.published?.publishedRevision !== 1) await wait(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('the ready answer', () => {
  it('names the overdue tasks', async () => {
    server = await (SERVERS[0] as (typeof SERVERS)[number])[1]();
    const ready = async () => (await server.service.get('/health/ready')).json();
    expect(await ready()).toEqual({ status: 'ok' });
    const at = secondsAfter(now, -600);
    await server.service.ports.store.commit([
      { kind: 'outbox-added', id: 't1', task: { kind: 'publish-status-list', listId: 'none' }, at },
    ]);
    expect(await ready()).toEqual({ status: 'ok', overdue: 1 });
    expect(await (await server.service.get('/metrics')).text()).toContain('jalon_outbox_overdue 1');
  });
});
