import { beforeEach, describe, expect, it } from 'vitest';
import { UNLIMITED } from '../../src/application/concurrency/query-budget.ts';
import { advanceJob, advanceJobs } from '../../src/application/jobs/services.ts';
import { jobSteps } from '../../src/application/maintenance/scheduled-tasks.ts';
import { makeUptimeDays } from '../../src/application/time/uptime-days.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { JobCommand } from '../../src/domain/job/types.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';
import { jalon } from '../support/command-line.ts';
import { AGENT, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { signInAs } from '../support/sign-in.ts';

const t = fr.dane.jobs;
const LOST: JobCommand = { kind: 'undo-import', importId: 'lost' };
const DAY_SECONDS = 86_400;

let service: TestService;
let now: Instant;
startBeforeEach(
  async () => {
    const started = await startDaneService();
    return { ...started, stop: started.service.stop };
  },
  (started) => {
    service = started.service;
  },
);
beforeEach(() => {
  now = service.ports.clock.now();
});

/** A job that stands in the database, as an earlier version could leave it. */
async function insertJob(id: string, command: JobCommand, madeAt = secondsAfter(now, -60)): Promise<void> {
  const job = { id, command, progress: { phase: 0, counts: {} }, done: 0, total: 1 };
  await service.ports.store.commit([
    { kind: 'job-begun', job: { ...job, madeBy: 'cli' as PersonId, madeAt }, onceKey: id },
  ]);
}

/** A turn of the timer's jobs, at this instant. */
function takeTurn(at: Instant, log = service.ports.log): Promise<boolean> {
  const ports = { ...service.ports, log, clock: { now: () => at } };
  const advance = advanceJob(ports, jobSteps(ports, makeUptimeDays(ports)));
  return advanceJobs(ports, advance)(UNLIMITED);
}

/** As many turns as set a failing job aside. */
async function setAside(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await takeTurn(secondsAfter(now, turn * DAY_SECONDS));
}

const readiness = async () => (await service.get('/health/ready')).json();

describe('a job whose step throws', () => {
  it('does not stop the jobs behind it, and is logged with its kind, id and error', async () => {
    for (const id of ['lost-1', 'lost-2', 'lost-3', 'lost-4']) {
      await insertJob(id, { kind: 'undo-import', importId: id });
    }
    await insertJob('behind', { kind: 'measure-coverage' }, now);
    const lines: (readonly [string, object])[] = [];
    const error = (event: string, fields: object = {}) => void lines.push([event, fields]);
    await takeTurn(now, { ...service.ports.log, error });
    expect((await service.ports.store.readJob('behind'))?.finishedAt).toBeDefined();
    expect(lines[0]).toEqual([
      'job-failed',
      { id: 'lost-1', kind: 'undo-import', attempts: 1, reason: expect.any(String) },
    ]);
  });

  it('is tried again after a growing delay, and set aside after eight attempts', async () => {
    await insertJob('lost', LOST);
    await takeTurn(now);
    const [first] = await service.services.readFailingJobs();
    expect(first?.failure).toMatchObject({ count: 1, retryAt: secondsAfter(now, 30) });
    await takeTurn(secondsAfter(now, 29));
    expect((await service.ports.store.readJob('lost'))?.failure?.count).toBe(1);
    await takeTurn(secondsAfter(now, 30));
    expect((await service.ports.store.readJob('lost'))?.failure).toMatchObject({
      count: 2,
      retryAt: secondsAfter(now, 90),
    });
    await setAside();
    const aside = (await service.ports.store.readJob('lost'))?.failure;
    expect(aside?.count).toBe(8);
    expect(aside).not.toHaveProperty('retryAt');
  });

  it('shows in readiness and in the figures', async () => {
    await insertJob('lost', LOST);
    await takeTurn(now);
    expect(await service.ports.store.countFailingJobs(now)).toEqual({ failing: 1, setAside: 0, stuck: 0 });
    expect(await readiness()).not.toHaveProperty('warnings');
    await setAside();
    expect(await readiness()).toMatchObject({ warnings: ['job-set-aside'] });
    const figures = await (await service.get('/metrics')).text();
    expect(figures).toContain('jalon_jobs_failing 1');
    expect(figures).toContain('jalon_jobs_set_aside 1');
  });

  it('makes readiness warn if it is due and has not moved for a quarter of an hour', async () => {
    await insertJob('idle', { kind: 'measure-coverage' }, secondsAfter(now, -16 * 60));
    expect(await readiness()).toMatchObject({ warnings: ['job-not-moving'] });
    await takeTurn(now);
    expect(await readiness()).not.toHaveProperty('warnings');
  });

  it('is shown on the page of jobs, tried again at once, and dropped with a reason', async () => {
    const agent = await signInAs(service, AGENT);
    await insertJob('lost', LOST);
    await setAside();
    expect(await (await agent.get('/dane/jobs')).text()).toContain(t.failing.setAside);
    const page = await (await agent.get('/dane/jobs/lost')).text();
    expect(page).toContain(t.failing.isSetAside);
    expect(page).toContain(t.notDone['undo-import']);
    await agent.post('/dane/jobs/lost/retry', {});
    const retried = await service.ports.store.readJob('lost');
    expect(retried).not.toHaveProperty('failure');
    const { store } = service.ports;
    expect(await store.searchAudit({ actions: ['job-retried'], limit: 1 })).toMatchObject([
      { subject: 'lost', actor: agent.personId },
    ]);
    await takeTurn(service.ports.clock.now());
    expect((await service.ports.store.readJob('lost'))?.failure?.count).toBe(1);
    expect((await agent.post('/dane/jobs/lost/drop', { reason: ' ' })).status).toBe(400);
    await agent.post('/dane/jobs/lost/drop', { reason: 'Import effacé' });
    const dropped = await (await agent.get('/dane/jobs/lost')).text();
    expect(dropped).toContain(t.notDone['undo-import']);
    const [line] = await service.ports.store.searchAudit({ actions: ['job-dropped'], limit: 1 });
    expect(line).toMatchObject({ subject: 'lost', details: { job: 'undo-import', reason: 'Import effacé' } });
    expect(await service.services.readFailingJobs()).toEqual([]);
  });

  it('is listed, tried again and dropped by the command line', async () => {
    await insertJob('lost', LOST);
    await takeTurn(now);
    const run = (...texts: string[]) => jalon([...texts], { environment: service.environment });
    expect((await run('jobs', 'list')).stdout).toContain('lost');
    expect((await run('jobs', 'retry', 'lost')).code).toBe(0);
    expect((await run('jobs', 'drop', 'lost', '--reason', 'Perdu')).code).toBe(1);
    await takeTurn(service.ports.clock.now());
    expect((await run('jobs', 'drop', 'lost')).code).toBe(2);
    const dropped = await run('jobs', 'drop', 'lost', '--reason', 'Perdu');
    expect(dropped).toMatchObject({ code: 0, stdout: expect.stringContaining(t.notDone['undo-import']) });
    expect((await service.ports.store.readJob('lost'))?.finishedAt).toBeDefined();
  });
});

it('spares an old import while a job about it is unfinished', async () => {
  const { store } = service.ports;
  const run = { actor: 'cli', begunAt: secondsAfter(now, -40 * DAY_SECONDS) };
  await store.commit(['old', 'needed'].map((id) => ({ kind: 'import-begun', run: { id, ...run } }) as const));
  await insertJob('job', { kind: 'undo-import', importId: 'needed' });
  await store.commit([{ kind: 'imports-forgotten', before: secondsAfter(now, -30 * DAY_SECONDS) }]);
  const ids = (await store.readImportRuns(9)).map(({ id }) => id);
  expect([ids.includes('needed'), ids.includes('old')]).toEqual([true, false]);
});
