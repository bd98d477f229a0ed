import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateDemo } from '../../demo/generate-demo.ts';
import { openNodeContext } from '../../src/node.ts';
import { type CommandResult, jalon, ROOT } from '../support/command-line.ts';
import { toSource } from '../support/servers/service.ts';
import { type SharedService, startSharedService } from '../support/servers/shared-service.ts';

const PROCESSES = 4;
const DAY = '2026-07-10';
const LIMIT_MS = 300_000;

const files = generateDemo({
  establishmentsCsv: readFileSync(`${ROOT}data/establishments-dijon.csv`, 'utf8'),
});
let service: SharedService;
let folder: string;
beforeAll(async () => {
  service = await startSharedService();
  folder = mkdtempSync(join(tmpdir(), 'jalon-files-'));
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
}, LIMIT_MS);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await service.stop();
});

/** Runs the same command in several processes at once. */
const atOnce = (...texts: readonly string[]): Promise<readonly CommandResult[]> =>
  Promise.all(
    Array.from({ length: PROCESSES }, () =>
      jalon([...texts, '--json'], { environment: service.environment }),
    ),
  );

/** The result of one process with the same files and day, on SQLite. */
async function workAlone() {
  const environment = { ...service.environment, DATABASE_URL: `sqlite:${join(folder, 'alone.db')}` };
  const { services, ports, close } = await openNodeContext(environment);
  const sources = files.map(({ name, text }) => toSource([name, text]));
  await services.importFiles(sources, { dryRun: false, actor: 'test' });
  let granted = 0;
  const command = {
    scope: { kind: 'all-met' as const, cautions: 'included' as const },
    on: DAY as never,
    actor: 'test',
  };
  for await (const outcome of services.grantAwards(command)) if (outcome.kind === 'granted') granted += 1;
  const counts = await ports.store.countRows();
  await close();
  return { counts, granted };
}

it(
  'four processes that import the same files, grant and revoke at once leave the result of one',
  async () => {
    const alone = await workAlone();
    expect(alone.granted).toBeGreaterThan(100);
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `alone.db${suffix}`), { force: true });
    for (const { code, stderr } of await atOnce('import', folder)) expect([code, stderr]).toEqual([0, '']);
    expect(await service.context.ports.store.countRows()).toEqual(alone.counts);

    const grants = await atOnce('grant', '--all-met', '--also-to-look-at', '--on', DAY);
    expect(grants.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const granted = grants.map(({ lines }) => Number(lines.at(-1)?.['granted']));
    expect(granted.reduce((sum, count) => sum + count)).toBe(alone.granted);
    const [awards] = await service.database.ask(
      `select count(*) as awards, count(distinct (recipient_id, achievement, school_year)) as once from award`,
    );
    expect(awards).toEqual({ awards: String(alone.granted), once: String(alone.granted) });
  },
  LIMIT_MS,
);

it(
  'no revocation is lost where several processes revoke, and each list contains them all',
  async () => {
    const { ports, services, verify } = service.context;
    for await (const outcome of services.issueCredentials({ actor: 'test', limit: 24 })) {
      expect(outcome.kind).toBe('issued');
    }
    const issued = await ports.store.readCredentials({ limit: 24 });
    const ids = issued.flatMap(({ credential }) => credential?.id ?? []);
    expect(ids).toHaveLength(24);
    const others = await Promise.all([1, 2, 3].map(() => openNodeContext(service.environment)));
    await Promise.all(
      [service.context, ...others].flatMap((context, at) =>
        ids
          .filter((_, index) => index % PROCESSES === at)
          .map((id) => context.services.revokeCredential({ id, reason: 'Erreur', actor: 'test' })),
      ),
    );
    for (const other of others) await other.close();
    const [list] = await ports.store.readStatusLists();
    expect(list).toMatchObject({ revision: 24, published: { publishedRevision: 24 } });
    for (const { credential } of issued) {
      const bytes = new TextEncoder().encode(credential?.document);
      expect((await verify({ kind: 'bytes', bytes })).verdict).toBe('revoked');
    }
    expect(await services.readOutboxState()).toEqual({ waiting: 0, overdue: 0 });
  },
  LIMIT_MS,
);
