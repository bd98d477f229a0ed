import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeServices } from '../../src/application/services.ts';
import { makeLeases } from '../../src/application/store/leases.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { type SmtpCatcher, startSmtpCatcher } from '../mail/smtp-catcher.ts';
import { bundled } from '../support/bundled.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { ENGINES } from '../support/servers/two-engines.ts';

const LIMIT_MS = 60_000;
const AGENT = 'agent@ac-test.example';

let script = '';
beforeAll(async () => {
  script = await bundled(join(import.meta.dirname, 'stopped-holder.child.ts'));
});

let service: TestService;
let smtp: SmtpCatcher;
let drop = async () => {};
let child: ChildProcess | undefined;
afterEach(async () => {
  child?.kill('SIGKILL');
  await service.stop();
  await smtp.stop();
  await drop();
});

async function start(open: (typeof ENGINES)[number][1]): Promise<void> {
  const database = await open();
  drop = database.drop;
  smtp = await startSmtpCatcher();
  service = await startTestService({ ...smtp.settings, DATABASE_URL: database.url });
  await service.importText({
    ...ONE_RUPN,
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n`,
  });
}

/** A process that has taken the work and stands still. `goOn` lets it end, and returns what it says it did. */
async function stopWith(work: 'job' | 'mail' | 'task', id = ''): Promise<{ goOn(): Promise<string> }> {
  const started = spawn(process.execPath, [script, work, id], {
    env: { PATH: process.env['PATH'] ?? '', ...service.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  let stated = '';
  started.stdout.on('data', (bytes: Buffer) => {
    stated += bytes.toString();
  });
  while (stateOf(started) !== 'T') await wait(20);
  return {
    goOn: async () => {
      started.kill('SIGCONT');
      expect(await once(started, 'exit')).toEqual([0, null]);
      return stated.trim();
    },
  };
}

/** The state of a process, by the system: `T` while it is stopped. */
function stateOf({ pid, exitCode }: ChildProcess): string {
  if (exitCode !== null) throw new Error('the process ended before it was stopped');
  return /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? '';
}

/** Another process, whose clock is so many seconds ahead. `pass` lets its monotonic time pass. */
function another(aheadSeconds = 0) {
  let elapsed = 0;
  const { clock, store } = service.ports;
  const leases = makeLeases({ store, monotonic: () => elapsed });
  const ahead = { now: () => secondsAfter(clock.now(), aheadSeconds) };
  return {
    ...makeServices({ ...service.ports, leases, clock: ahead }),
    pass: (seconds: number) => {
      elapsed += seconds;
    },
  };
}

async function beginRejection(): Promise<{ readonly id: string; readonly claire: PersonId }> {
  const { services, ports } = service;
  const [agent] = await ports.store.readPeopleByEmail([AGENT]);
  const [claire] = await ports.store.readPeopleByEmail(['claire.dupont@ac-test.example']);
  if (!agent || !claire) throw new Error('the people are in no register');
  const judged = await services.beginJob({ kind: 'propose-awards' }, agent.id);
  while (!(await services.advanceJob(judged.id))?.finishedAt);
  const ids = (await ports.store.readProposals({ limit: 5 })).map(({ id }) => id);
  const command = { kind: 'decide-proposals', decision: 'refuse', ids, reason: 'Pièces' } as const;
  return { id: (await services.beginJob(command, agent.id)).id, claire: claire.id };
}

const auditEntriesAbout = async (id: string, action: string) =>
  (await service.ports.store.readAuditOf([id], 50)).filter((line) => line.action === action).length;

describe.each(ENGINES)('a process that is stopped past its lease on %s', (_name, open) => {
  it('writes nothing of its step once another process has done it', { timeout: LIMIT_MS }, async () => {
    await start(open);
    const { id, claire } = await beginRejection();
    const stopped = await stopWith('job', id);
    const other = another(50);
    expect((await other.advanceJob(id))?.done).toBe(0);
    other.pass(19);
    expect((await other.advanceJob(id))?.done).toBe(0);
    other.pass(1);
    expect((await other.advanceJob(id))?.finishedAt).toBeDefined();
    await stopped.goOn();
    expect((await service.ports.store.readJob(id))?.progress.counts).toEqual({ refused: 1 });
    expect(await auditEntriesAbout(claire, 'award-refused')).toBe(1);
  });

  it('writes nothing of its task once another process has done it', { timeout: LIMIT_MS }, async () => {
    await start(open);
    const [badge] = await issueEverything(service);
    const { store, clock } = service.ports;
    const [list] = await store.readStatusLists();
    const task = { kind: 'publish-status-list', listId: list?.id ?? '' } as const;
    await store.commit([{ kind: 'outbox-added', id: 't1', task, at: clock.now() }]);
    expect(badge).toBeDefined();
    const stopped = await stopWith('task');
    const other = another(50);
    expect(await other.emptyOutbox('publish-status-list')).toBe(0);
    other.pass(15);
    expect(await other.emptyOutbox('publish-status-list')).toBe(1);
    expect(await stopped.goOn()).toBe('0');
    // The mail about the badge waits.
    expect(await service.services.readOutboxState()).toMatchObject({ waiting: 1 });
  });

  it('sends no mail that another process has sent', { timeout: LIMIT_MS }, async () => {
    await start(open);
    await issueEverything(service);
    const stopped = await stopWith('mail');
    const other = another(50);
    expect(await other.emptyOutbox('send-mail')).toBe(0);
    other.pass(15);
    expect(await other.emptyOutbox('send-mail')).toBe(1);
    expect(await stopped.goOn()).toBe('0');
    expect(smtp.mails).toHaveLength(1);
  });
});

describe.each(ENGINES)('two processes whose clocks are 50 s apart on %s', (_name, open) => {
  it('never hold one job at once', { timeout: LIMIT_MS }, async () => {
    await start(open);
    const { id } = await beginRejection();
    const held = await service.ports.store.leaseJob(id, {
      by: 'one',
      now: service.ports.clock.now(),
      ended: [],
    });
    expect(held).toBeDefined();
    const other = another(50);
    for (let turn = 0; turn < 10; turn += 1) {
      // The holder raises its claim well within the lease, as each of its steps does.
      expect(await service.ports.store.renewLeases('job', 'one')).toBe(1);
      expect((await other.advanceJob(id))?.done).toBe(0);
      other.pass(15);
    }
  });

  it('never hold one task or mail at once, however slow the mail server is', {
    timeout: LIMIT_MS,
  }, async () => {
    await start(open);
    await issueEverything(service);
    const { store } = service.ports;
    const other = another(50);
    let sent = 0;
    const mailer = {
      send: async () => {
        sent += 1;
        for (let turn = 0; turn < 2; turn += 1) {
          expect(await other.emptyOutbox()).toBe(0);
          // The claim is raised while the mail server is waited for.
          const before = await store.readClaims('outbox');
          while ((await store.readClaims('outbox'))[0]?.count === before[0]?.count) await wait(50);
          other.pass(20);
        }
        return { kind: 'accepted' as const };
      },
    };
    expect(await makeServices({ ...service.ports, mailer }).emptyOutbox('send-mail')).toBe(1);
    expect([sent, smtp.mails.length]).toEqual([1, 0]);
  });
});
