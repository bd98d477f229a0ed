import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WRITTEN_ON } from '../../src/domain/time/clock-evidence.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { ROOT } from '../support/command-line.ts';
import { startServer } from '../support/servers/running.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const YEARS = 5 * 365 * DAY;
/** A Friday evening. */
const BEGIN = Date.parse('2028-11-24T17:00:00Z');
const LUC = 'luc.petit@ac-test.example';

/** Moves the clock of this process to so many seconds after its beginning. */
const at = (seconds: number) => void vi.setSystemTime(BEGIN + seconds * 1000);
const nowSeconds = () => (Date.now() - BEGIN) / 1000;

let service: TestService;
let badge: IssuedBadge;
let other: IssuedBadge;

/** A service with two badges, one of them accepted. */
async function startWithBadges(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  service = await startTestService(settings);
  await service.importText({
    ...ONE_RUPN,
    'personnes.csv': `email;prenom;nom\nclaire.dupont@ac-test.example;Claire;Dupont\n${LUC};Luc;Petit\n`,
    'autres.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `SEG-2;${LUC};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`,
      '',
    ].join('\n'),
  });
  [badge, other] = (await issueEverything(service)) as [IssuedBadge, IssuedBadge];
  await service.services.acceptCredential({ id: badge.id, visibility: 'public', actor: 'test' });
  await service.services.runMaintenance();
}

/** Closes the process, does what happens to a machine that is off, and opens another process. */
async function restart(meanwhile: () => unknown): Promise<NodeContext> {
  await service.close();
  await meanwhile();
  const opened = await openNodeContext(service.environment);
  await opened.keys.open();
  Object.assign(service, opened);
  return opened;
}

const readiness = (query = '') => statusOf(`/health/ready${query}`);

/** The status that the newest process answers. */
async function statusOf(path: string): Promise<number> {
  return (await service.app.request(TEST_ORIGIN + path)).status;
}

async function stepsOf({ id }: IssuedBadge): Promise<Readonly<Record<string, string>>> {
  const found = await service.ports.store.readCredential(id);
  const value = JSON.parse(found?.credential?.document ?? '{}');
  const { steps } = await service.ports.verifyCredential({ kind: 'parsed', value });
  return Object.fromEntries(steps.map(({ step, code }) => [step, code]));
}

/** Everything that a stopped service does not do: it is ready, signs, revokes and publishes, and what it signed
 *  is valid at once. */
async function expectToServe(): Promise<void> {
  await service.services.runMaintenance();
  expect([await readiness(), await readiness('?for=writing')]).toEqual([200, 200]);
  expect(await statusOf(badge.path)).toBe(200);
  await service.services.acceptCredential({ id: badge.id, name: 'initials', actor: 'test' });
  await service.services.revokeCredential({ id: other.id, reason: 'Erreur', actor: 'test' });
  await service.services.runMaintenance();
  const [list] = await service.ports.store.readStatusLists();
  expect(list?.published?.publishedRevision).toBe(list?.revision);
  const { validUntil = '' } = JSON.parse(list?.published?.document ?? '{}');
  expect(Date.parse(validUntil)).toBeGreaterThan(Date.now() + 7 * DAY * 1000);
  expect(await stepsOf(badge)).toMatchObject({ proof: 'ok', validity: 'ok', status: 'ok' });
  expect(await stepsOf(other)).toMatchObject({ proof: 'ok', status: 'revoked' });
}

describe('a service is never stopped', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    at(0);
  });
  afterEach(async () => {
    await service.stop();
    vi.useRealTimers();
  });

  it('by a weekend off', async () => {
    await startWithBadges();
    await restart(() => at(62 * HOUR));
    await expectToServe();
  });

  it('by a rest of a summer', async () => {
    await startWithBadges();
    await restart(() => at(60 * DAY));
    await expectToServe();
  });

  it.each(['copied over it', 'put in its place'])(
    'by a copy of last week that is %s, after a week of signatures',
    async (how) => {
      await startWithBadges();
      const file = service.environment['DATABASE_URL']?.slice('sqlite:'.length) ?? '';
      await restart(() => copyFile(file, `${file}.copy`));
      for (let day = 1; day <= 7; day += 1) {
        at(day * DAY);
        await service.services.runMaintenance();
        const name = day % 2 === 0 ? 'full' : 'none';
        await service.services.acceptCredential({ id: badge.id, name, actor: 'test' });
      }
      await restart(async () => {
        if (how === 'put in its place') await rm(file);
        await copyFile(`${file}.copy`, file);
        for (const suffix of ['-wal', '-shm']) await rm(file + suffix, { force: true });
        at(7 * DAY + HOUR);
      });
      await expectToServe();
    },
  );

  it('by a clock that is moved by years while it runs, nor when it is right again', async () => {
    await startWithBadges();
    at(400 * DAY);
    await service.services.runMaintenance();
    expect([await readiness(), await readiness('?for=writing')]).toEqual([200, 200]);
    await service.services.acceptCredential({ id: badge.id, name: 'full', actor: 'test' });
    at(nowSeconds() - 400 * DAY + HOUR);
    await expectToServe();
  });

  it('by tests that start it on another day, on the database of today', async () => {
    await startWithBadges();
    for (const moved of [400 * DAY, HOUR]) {
      const opened = await restart(() => at(moved));
      // As `serve` does before it listens.
      await opened.services.runMaintenance();
      expect([await readiness(), await readiness('?for=writing')]).toEqual([200, 200]);
    }
    await expectToServe();
  });

  it('by a new database, where its version was written five years ago', async () => {
    vi.setSystemTime(Date.parse(WRITTEN_ON) + YEARS * 1000);
    const folder = await mkdtemp(join(tmpdir(), 'jalon-old-release-'));
    await startWithBadges({ DATABASE_URL: `sqlite:${join(folder, 'new.db')}`, TRUST_CLOCK: '0' });
    await expectToServe();
    await rm(folder, { recursive: true });
  });
});

it('the demonstration is never stopped where its version was written five years ago', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jalon-old-demo-'));
  const moved = Date.parse(WRITTEN_ON) + YEARS * 1000;
  const database = join(folder, 'demo.db');
  const environment = {
    DEMO: '1',
    DATABASE_URL: `sqlite:${database}`,
    KEYS_DIR: join(folder, 'keys'),
    NODE_OPTIONS: `--import=file://${ROOT}tools/moved-clock.mjs`,
    JALON_CLOCK: String(moved - Date.now()),
    TRUST_CLOCK: '0',
  };
  for (const start of ['first', 'second']) {
    const server = await startServer(environment, 'http://localhost:4110');
    try {
      await expectToShow(server.url, readPublicBadges(database));
    } finally {
      expect([start, await server.stop()]).toEqual([start, 0]);
    }
  }
  await rm(folder, { recursive: true });
}, 240_000);

/** The server is ready to write, and its badges are shown and verified. */
async function expectToShow(url: string, badges: ReturnType<typeof readPublicBadges>): Promise<void> {
  expect((await fetch(`${url}/health/ready?for=writing`)).status).toBe(200);
  expect(badges.length).toBeGreaterThan(10);
  for (const { id, document } of badges.slice(0, 3)) {
    expect((await fetch(`${url}/credentials/${id}`)).status).toBe(200);
    const answer = await fetch(`${url}/api/v1/verifications`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: `{"credential":${document}}`,
    });
    const { steps } = (await answer.json()) as { steps: readonly { step: string; code: string }[] };
    const codes = Object.fromEntries(steps.map(({ step, code }) => [step, code]));
    expect(codes).toMatchObject({ proof: 'ok', validity: 'ok', status: 'ok' });
  }
}

/** Public badges of the demonstration that were not revoked. */
function readPublicBadges(file: string): readonly { readonly id: string; readonly document: string }[] {
  const database = new Sqlite(file, { readonly: true });
  const rows = database
    .prepare(
      "SELECT id, document FROM credential WHERE acceptance = 'accepted' AND visibility = 'public' AND revoked_at IS NULL",
    )
    .all();
  database.close();
  return rows as { id: string; document: string }[];
}
