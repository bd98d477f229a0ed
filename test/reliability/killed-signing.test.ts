import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { jalon, ROOT } from '../support/command-line.ts';
import { contradictionsOf } from '../support/invariants.ts';
import { grantToMany } from '../support/many-awards.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const AWARDS = 1200;
const LIMIT_MS = 240_000;

let service: TestService;
beforeEach(async () => {
  service = await startTestService({ MAIL_FROM: 'dane@jalon.test', SMTP_URL: 'smtp://127.0.0.1:1' });
  await grantToMany(service, AWARDS - 1);
});
afterEach(() => service.stop());

const issue = (killAfterLines?: number) =>
  jalon(['issue', '--json'], {
    environment: service.environment,
    ...(killAfterLines !== undefined && { killAfterLines }),
  });

/** Each award must have one badge, under an index and a subject of its own, with one mail to its holder and
 *  one line of audit. */
async function expectEachOnce(): Promise<void> {
  const { store } = service.ports;
  const all = await store.readAwardSlice({ limit: 2 * AWARDS });
  const badges = all.flatMap(({ credential }) => credential ?? []);
  expect(badges).toHaveLength(AWARDS);
  expect(await store.countUnsignedAwards()).toBe(0);
  expect((await store.countRows()).credentials).toBe(AWARDS);
  expect(new Set(badges.map((one) => `${one.statusListId} ${one.statusIndex}`)).size).toBe(AWARDS);
  expect(new Set(badges.map(({ subjectId }) => subjectId)).size).toBe(AWARDS);
  expect((await store.countMail('9999' as never)).waiting).toBe(AWARDS);
  expect((await store.countOutbox('9999' as never)).waiting).toBe(AWARDS);
  const ids = badges.map(({ id }) => id);
  const audit = await store.readAuditOf(ids, 2 * AWARDS);
  expect(audit.map(({ subject }) => subject).toSorted()).toEqual(ids.toSorted());
  expect(await contradictionsOf(service)).toEqual([]);
}

it(
  'loses and doubles nothing if it is killed in the middle of a chunk, again and again',
  async () => {
    // The lines of a chunk come once it is stored, so the process is killed while it signs the next one.
    for (const lines of [1, 1, 101]) {
      const { code } = await issue(lines);
      expect(code).toBeNull();
    }
    const last = await issue();
    expect([last.code, last.lines.at(-1)]).toEqual([0, expect.objectContaining({ remaining: 0 })]);
    await expectEachOnce();
  },
  LIMIT_MS,
);

it(
  'is shared by two processes on one SQLite file',
  async () => {
    const runs = await Promise.all([issue(), issue()]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const issued = runs.map(({ lines }) => Number(lines.at(-1)?.['issued']));
    expect(issued.reduce((sum, count) => sum + count)).toBe(AWARDS);
    for (const count of issued) expect(count).toBeGreaterThan(0);
    await expectEachOnce();
  },
  LIMIT_MS,
);

it(
  'ends after the chunk in progress when stopped, and another process continues at once',
  async () => {
    const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'issue', '--json'], {
      env: { PATH: process.env['PATH'] ?? '', ...service.environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (stdout === '') child.kill('SIGTERM');
      stdout += text;
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { issued, remaining } = lines.at(-1);
    expect(code).toBe(1);
    expect(issued % 100).toBe(0);
    expect(lines).toHaveLength(issued + 1);
    expect(remaining).toBe(AWARDS - issued);
    expect(remaining).toBeGreaterThan(0);
    const { store } = service.ports;
    const claimed = await store.leaseUnsignedAwards({ by: 'another', ended: [], limit: AWARDS });
    expect(claimed).toHaveLength(remaining);
    await store.releaseLeases('award', 'another');
    await issue();
    await expectEachOnce();
  },
  LIMIT_MS,
);
