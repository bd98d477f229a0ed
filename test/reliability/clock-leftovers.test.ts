import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { isClockLeftover } from '../../src/domain/integrity/invariant.ts';
import { FACT_KINDS } from '../../src/domain/retention.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { jalon } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { contradictionsOf } from '../support/invariants.ts';
import { makeMigratedDatabase } from '../support/servers/postgres.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';

const DAY_MS = 86_400_000;
const YEARS_MS = 2200 * DAY_MS;
const realNow = Date.now();

let service: TestService;
/** The signed states of both logs that the wrong clock dated. */
let misdated: readonly Checkpoint[];

interface Checkpoint {
  readonly day: string;
  readonly size: number;
  readonly note: string;
  readonly wrong_clock_at: string | null;
}

function inDatabase<T>(use: (database: Sqlite.Database) => T): T {
  const database = new Sqlite(service.environment['DATABASE_URL']?.slice('sqlite:'.length) ?? '');
  try {
    return use(database);
  } finally {
    database.close();
  }
}
const readCheckpoints = () =>
  inDatabase(
    (database) =>
      database
        .prepare('select * from log_checkpoint union all select * from audit_checkpoint order by day')
        .all() as readonly Checkpoint[],
  );
const run = (...args: readonly string[]) =>
  jalon([...args, '--lang', 'en'], { environment: service.environment });
const readWarnings = async () => (await (await service.get('/health/ready')).json()).warnings ?? [];
/** Checks the invariants as at night, and keeps the answers. */
async function checkAsAtNight(): Promise<void> {
  const { id } = await service.services.beginJob({ kind: 'ask-invariants' }, 'test' as PersonId);
  await service.services.advanceJob(id);
}

/** Runs a service, and its timer once while the clock is years ahead. */
async function runAhead(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: realNow });
  service = await startTestService(settings);
  await service.importText(ONE_RUPN);
  await issueEverything(service);
  await service.services.runMaintenance();
  vi.setSystemTime(realNow + YEARS_MS);
  await service.services.runMaintenance();
}

afterEach(async () => {
  await service.stop();
  vi.useRealTimers();
});

it('what a clock six years ahead has left is cleared on PostgreSQL too', { timeout: 120_000 }, async () => {
  const database = await makeMigratedDatabase();
  onTestFinished(database.drop);
  await runAhead({ DATABASE_URL: database.url, TRUST_CLOCK: '1' });
  vi.setSystemTime(realNow + 120_000);
  await service.services.runMaintenance();
  const leftovers = await contradictionsOf(service);
  expect(leftovers.map(({ invariant }) => invariant)).toEqual(['nothing-ahead', 'log-checkpoints']);
  await service.services.clearClockLeftovers({ actor: 'test' as PersonId, dryRun: false });
  await service.services.runMaintenance();
  expect(await contradictionsOf(service)).toEqual([]);
});

describe('what a clock six years ahead has left', () => {
  beforeEach(async () => {
    await runAhead();
    inDatabase((database) =>
      database.exec(
        `insert into retention_notice (person_id, before, announced_on, ${FACT_KINDS.join()})
        select id, '2020-09-01', '2032-01-01', ${FACT_KINDS.map(() => 0).join()} from person limit 1`,
      ),
    );
    vi.setSystemTime(realNow + 120_000);
    misdated = readCheckpoints().filter(({ day }) => day > '2030');
    await service.services.runMaintenance();
  });

  it('is reported apart from damage by the doctor, the page and readiness', {
    timeout: 120_000,
  }, async () => {
    const leftovers = await contradictionsOf(service);
    expect(leftovers.map(({ invariant }) => invariant)).toEqual(['nothing-ahead', 'log-checkpoints']);
    expect(leftovers.flatMap(({ found }) => found).every(isClockLeftover)).toBe(true);
    await checkAsAtNight();
    expect(await readWarnings()).toEqual(['clock-leftovers']);
    const quick = await run('doctor', '--quick');
    expect(quick.code).toBe(1);
    expect(quick.stdout).toContain('run jalon clock clear');
    expect(quick.stdout).not.toContain('Check the clock');
    inDatabase((database) => database.exec(`update award set granted_at = '2099-01-01T00:00:00Z'`));
    await checkAsAtNight();
    expect(await readWarnings()).toEqual(['invariant-broken', 'clock-leftovers']);
    const damaged = await run('doctor', '--quick');
    expect(damaged.stdout).toContain('Check the clock of the machine');
    expect(damaged.stdout).toContain('run jalon clock clear');
    expect(fr.dane.clockLeftovers).toContain('jalon clock clear');
  });

  it('is counted and cleared by a command, which deletes no signed state', { timeout: 120_000 }, async () => {
    expect(misdated).toHaveLength(2);
    const counted = await run('clock', 'clear', '--dry-run', '--json');
    expect(counted.code).toBe(0);
    expect(counted.lines.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['retention_notice', 'job', 'log_checkpoint', 'audit_checkpoint', 'audit']),
    );
    expect(readCheckpoints().filter(({ wrong_clock_at: at }) => at)).toEqual([]);
    expect(await run('clock', 'clear')).toMatchObject({ code: 0 });
    const [line] = await service.ports.store.readAuditOf('clock', 1);
    expect(line).toMatchObject({ action: 'clock-cleared', actor: 'cli', details: { retention_notice: 1 } });

    const after = readCheckpoints();
    const marked = after.filter(({ wrong_clock_at: at }) => at !== null);
    expect(marked.map(({ note }) => note).toSorted()).toEqual(misdated.map(({ note }) => note).toSorted());
    const today = new Date().toISOString().slice(0, 10);
    for (const { size } of marked)
      expect(after.some((one) => one.day === today && one.size >= size && one.wrong_clock_at === null)).toBe(
        true,
      );
    await service.services.runMaintenance();
    expect(await contradictionsOf(service)).toEqual([]);
    expect(await readWarnings()).toEqual([]);
    const again = await run('clock', 'clear');
    expect([again.code, again.stdout.trim()]).toEqual([0, 'A wrong clock left nothing.']);
  });

  it('is still checked once it is marked: a changed root is damage', { timeout: 120_000 }, async () => {
    await service.services.clearClockLeftovers({ actor: 'test' as PersonId, dryRun: false });
    inDatabase((database) =>
      database.exec(`update log_checkpoint set size = size - 1 where wrong_clock_at is not null`),
    );
    const [found] = await contradictionsOf(service, 'quick');
    expect(found).toMatchObject({ invariant: 'log-checkpoints', found: [{ detail: { fault: 'size' } }] });
  });

  it('stays while nothing confirms the clock, and is cleared by the timer once another machine does', async () => {
    await checkAsAtNight();
    await service.services.runMaintenance();
    const now = () => service.ports.clock.now() as Instant;
    expect(await service.ports.store.countClockLeftovers(now())).not.toEqual([]);
    service.ports.time.hear('fetched', now());
    await service.services.runMaintenance();
    expect(await service.ports.store.countClockLeftovers(now())).toEqual([]);
    expect(await service.ports.store.readAuditOf('clock', 1)).toMatchObject([{ actor: 'service' }]);
  });

  it('is left alone while another machine contradicts the clock', async () => {
    service.ports.time.hear('fetched', '2026-01-01T00:00:00Z' as Instant);
    const clear = service.services.clearClockLeftovers({ actor: 'test' as PersonId, dryRun: false });
    await expect(clear).rejects.toMatchObject({ code: 'clock-contradicted' });
  });
});
