import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WAITS } from '../../demo/choices.ts';
import { toEmail } from '../../demo/names.ts';
import { PERSONAS } from '../../demo/personas.ts';
import { type Instant, type LocalDate, localDateInParis, toInstant } from '../../src/domain/time/calendar.ts';
import { instantInParis } from '../../src/domain/time/paris-clock.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { jalon, ROOT } from '../support/command-line.ts';
import { startServer } from '../support/servers/running.ts';
import { signInAs } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';

const ORIGIN = 'http://localhost:4112';
const HOUR_MS = 3_600_000;
/** Time of the machine, even where the tests run on another day. */
const machineNow = () => performance.timeOrigin + performance.now();
/** Half past three in Paris: nine hours later is the hour of the nightly check. */
const AFTERNOON = Date.parse(
  instantInParis(localDateInParis(toInstant(new Date(machineNow()))) as LocalDate, '15:30'),
);

let folder: string;
let context: NodeContext | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-day-'));
});
afterEach(async () => {
  await context?.close();
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const settings = () => ({
  DEMO: '1',
  DATABASE_URL: `sqlite:${join(folder, 'demo.db')}`,
  KEYS_DIR: join(folder, 'keys'),
  PUBLIC_URL: ORIGIN,
  TRUST_CLOCK: '0',
});
/** The settings of a process whose clock shows this time. */
const settingsAt = (at: number) => ({
  ...settings(),
  NODE_OPTIONS: `--import=file://${ROOT}tools/moved-clock.mjs`,
  JALON_CLOCK: String(Math.round(at - machineNow())),
});
/** Opens the service in this process, at this time. */
async function openAt(at: number): Promise<NodeContext> {
  await context?.close();
  vi.useFakeTimers({ toFake: ['Date'], now: at, shouldAdvanceTime: true });
  context = await openNodeContext(settings());
  await context.keys.open();
  return context;
}
function readColumn(sql: string, ...values: readonly string[]): readonly unknown[] {
  const database = new Sqlite(join(folder, 'demo.db'), { readonly: true });
  try {
    return database
      .prepare(sql)
      .pluck()
      .all(...values);
  } finally {
    database.close();
  }
}
async function readWarnings({ app }: NodeContext): Promise<readonly string[]> {
  return (await (await app.request(`${ORIGIN}/health/ready`)).json()).warnings ?? [];
}
const countDeferred = (now: Instant) =>
  readColumn('select count(*) from outbox where done_at is null and due_at > ?', now)[0];

/** Reads the head's address and school, and the unanswered badges of a holder. */
async function readCast({ ports }: NodeContext) {
  const email = toEmail(PERSONAS['principal:askedBeforeSecondReminder'] as never);
  const [head] = await ports.store.readPeopleByEmail([email]);
  const [holder] = await ports.store.readPeopleByEmail([WAITS]);
  const badges = readColumn(
    `select credential.id from credential join award on award.id = award_id
      where recipient_id = ? and acceptance = 'private' and credential.revoked_at is null`,
    holder?.id ?? '',
  );
  return { email, uai: head?.headOf ?? '', badges: badges.map(String) };
}

it('an ordinary day by command line, API and pages leaves nothing to report at night', async () => {
  const server = await startServer(settingsAt(AFTERNOON), ORIGIN);
  expect(await server.stop()).toBe(0);
  const day = await openAt(AFTERNOON + HOUR_MS / 4);
  await day.services.runMaintenance();
  const before = await readWarnings(day);
  const { email, uai, badges } = await readCast(day);

  const since = new Date(AFTERNOON).toLocaleDateString('fr-FR', { timeZone: 'Europe/Paris' });
  const file = join(folder, 'demandes.csv');
  const rows = ['JOUR-1', 'JOUR-2'].map((one) => `${one};${WAITS};${uai};${since};;A1|A2;demandee`);
  writeFileSync(file, ['reference;email;uai;debut;fin;missions;confirmation', ...rows, ''].join('\n'));
  const imported = await jalon(['import', file], { environment: settingsAt(AFTERNOON + HOUR_MS / 4) });
  expect([imported.code, imported.stderr]).toEqual([0, expect.not.stringContaining('Error')]);

  const [byProgram, byPage] = badges;
  const token = await tokenOf(day, 'dane');
  const accepted = await day.app.request(`${ORIGIN}/api/v1/credentials/${byProgram}/acceptance`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ name: 'full', schools: true, visibility: 'unlisted' }),
  });
  expect(accepted.status).toBe(200);

  const head = await signInAs(day, email);
  const holder = await signInAs(day, WAITS);
  const accept = { name: 'full', form: 'feminine', schools: 'yes' };
  const post = async (path: string, fields: Parameters<typeof holder.post>[1], by = holder) =>
    (await by.post(path, fields)).status;
  // The second letter of the day waits for the next morning.
  for (const reference of ['JOUR-1', 'JOUR-2']) {
    expect(await post(`/school/${uai}/confirmations`, { reference }, head)).toBe(303);
    await day.services.runMaintenance();
  }
  expect(readColumn("select confirmation from engagement where reference like 'JOUR-%'")).toEqual([
    'confirmed',
    'confirmed',
  ]);
  expect(await post(`/my/badges/${byPage}/accept`, { ...accept, visibility: 'unlisted' })).toBe(303);
  expect(await post(`/my/badges/${byPage}/accept`, { ...accept, visibility: 'public' })).toBe(303);
  await day.services.runMaintenance();
  expect(countDeferred(day.ports.clock.now())).toBeGreaterThan(0);

  const night = await openAt(AFTERNOON + 9 * HOUR_MS);
  const beganAt = night.ports.clock.now();
  for (let turn = 0; turn < 20; turn += 1) await night.services.runMaintenance();
  const answers = await night.ports.store.readInvariantAnswers();
  expect(answers.filter(({ lookedAt }) => lookedAt >= beganAt).length).toBeGreaterThan(10);
  expect(answers.filter(({ count, failure }) => count > 0 || failure !== undefined)).toEqual([]);
  expect((await readWarnings(night)).filter((one) => !before.includes(one))).toEqual([]);
  const doctor = await jalon(['doctor'], { environment: settingsAt(AFTERNOON + 9 * HOUR_MS) });
  expect({ code: doctor.code, stdout: doctor.stdout }).toMatchObject({ code: 0 });
}, 300_000);
