import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contradictionsOf } from '../support/invariants.ts';
import { grantToMany } from '../support/many-awards.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import {
  issueEverything,
  startTestService,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

const BADGES = 600;
const LIMIT_MS = 240_000;

let service: TestService;
let server: RunningServer | undefined;
let database: Sqlite.Database;
let token: string;
beforeEach(async () => {
  service = await startTestService({ MAIL_FROM: 'dane@jalon.test', SMTP_URL: 'smtp://127.0.0.1:1' });
  await grantToMany(service, BADGES - 1);
  await issueEverything(service);
  const made = await service.services.createToken({ name: 'poste', role: 'dane', actor: 'test' });
  token = made.secret;
  database = new Sqlite(service.environment['DATABASE_URL']?.replace('sqlite:', ''), { readonly: true });
}, LIMIT_MS);
afterEach(async () => {
  database.close();
  await server?.stop();
  server = undefined;
  await service.stop();
});

const count = (sql: string) => database.prepare(sql).pluck().get() as number;
const revoked = () => count('select count(*) from credential where revoked_at is not null');

async function call(path: string, body: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(`${server?.url}/api/v1/credentials/revocations${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Record<string, unknown>;
}

/** Runs the work in a server that is killed once this many badges are revoked. */
async function killAt(id: string, badges: number): Promise<void> {
  const { pid } = server ?? {};
  const look = setInterval(() => {
    if (revoked() < badges) return;
    clearInterval(look);
    process.kill(pid ?? 0, 'SIGKILL');
  }, 2);
  try {
    for (;;) await call(`/${id}`, { act: 'start' });
  } catch {
    clearInterval(look);
  }
  expect(revoked()).toBeGreaterThanOrEqual(badges);
  expect(revoked()).toBeLessThan(BADGES);
  server = await startServer(service.environment, TEST_ORIGIN);
}

it(
  'revokes each of many badges once, with one mail each, where the server is killed in the middle',
  async () => {
    const { store } = service.ports;
    const all = await store.readStandingBadges({ achievement: 'RUPN-ENG', limit: BADGES });
    const ids = all.map(({ credential }) => credential.id);
    server = await startServer(service.environment, TEST_ORIGIN);
    const begun = await call('', { credentials: ids, reason: 'Erreur' });
    const id = String(begun['id']);
    await killAt(id, 1);
    await killAt(id, BADGES / 3);
    let work = await call(`/${id}`, { act: 'continue' });
    while (!work['finishedAt']) work = await call(`/${id}`, { act: 'continue' });
    expect(work).toMatchObject({ done: BADGES, total: BADGES, counts: { revoked: BADGES } });
    expect(revoked()).toBe(BADGES);
    const audit = await store.readAuditOf(ids, 4 * BADGES);
    const lines = audit.filter(({ action }) => action === 'credential-revoked').map(({ subject }) => subject);
    expect(lines.toSorted()).toEqual([...ids].toSorted());
    const mails = "select count(*) from mail where subject_ids like '%revoked%'";
    expect(count(mails)).toBe(BADGES);
    expect(count(mails.replace('count(*)', 'count(distinct person_id)'))).toBe(BADGES);
    await service.services.emptyOutbox('publish-status-list');
    for (const list of await store.readStatusLists()) {
      const { set } = await store.readSetIndexes(list.id);
      expect(set).toHaveLength(BADGES);
      expect(list.published?.publishedRevision).toBe(list.revision);
    }
    expect(await contradictionsOf(service)).toEqual([]);
  },
  LIMIT_MS,
);
