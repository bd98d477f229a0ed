import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/application/digest.ts';
import { formatLogEntry } from '../../src/issuing/log-entry.ts';
import { history, type Lie, proofOf, signedState, startLyingLog } from '../badge-log/lying-log.ts';
import { jalon } from '../support/command-line.ts';
import { testKey } from '../support/credential-signing.ts';

const [KEY, NEXT_KEY, STOLEN_KEY] = [testKey(61), testKey(62), testKey(63)];
const DAY_MS = 86_400_000;
const now = new Date();
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);

/** What the service signs at an instant. */
const signedBy = (entries: readonly string[], key = KEY, at = now) =>
  signedState(entries, { key, atSeconds: Math.floor(at.getTime() / 1000), url: log.url });

let folder: string;
let log: Awaited<ReturnType<typeof startLyingLog>>;
const lie: Lie = { entries: [], checkpoint: '', keys: [KEY], files: {} };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-monitor-'));
  log = await startLyingLog(lie);
});
afterAll(async () => {
  log.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  Object.assign(lie, { keys: [KEY], files: {} });
  await rm(join(folder, 'state.json'), { force: true });
});

async function show(entries: readonly string[], key = KEY, at = now): Promise<void> {
  Object.assign(lie, { entries, checkpoint: await signedBy(entries, key, at) });
}

/** One run of the command, as its operator starts it every day. */
async function visit(...options: readonly string[]) {
  const state = ['--state', join(folder, 'state.json')];
  const { code, lines, stderr } = await jalon(['monitor', log.url, ...state, ...options, '--json']);
  return { code, found: lines.at(-1), stderr };
}

/** The state that another person's monitor has kept. */
async function heldByAnother(entries: readonly string[], key = KEY): Promise<string> {
  const file = join(folder, 'other.checkpoint');
  await writeFile(file, await signedBy(entries, key));
  return file;
}

describe('a monitor of a log that lies', () => {
  it('follows an honest log, and keeps its state', async () => {
    await show(history('a', 300), KEY, daysAgo(1));
    expect(await visit()).toMatchObject({ code: 0, found: { kind: 'consistent', added: 300 } });
    await show(history('a', 700));
    expect(await visit()).toMatchObject({ code: 0, found: { kind: 'consistent', added: 400 } });
  });

  it.each([
    ['another history of the same size', () => show(history('b', 300)), 'root-differs'],
    ['a shorter tree', () => show(history('a', 299)), 'log-shrunk'],
    ['another history that goes on', () => show(history('b', 400)), 'root-differs'],
    ['the same tree, signed before', () => show(history('a', 300), KEY, daysAgo(2)), 'checkpoint-older'],
  ])('reports %s, exits with 1 and keeps its state', async (_what, lieNow, code) => {
    await show(history('a', 300), KEY, daysAgo(1));
    expect((await visit()).code).toBe(0);
    const before = await readFile(join(folder, 'state.json'), 'utf8');
    await lieNow();
    expect(await visit()).toMatchObject({ code: 1, found: { kind: 'broken', code } });
    expect(await readFile(join(folder, 'state.json'), 'utf8')).toBe(before);
  });

  it('reports a log that stands still, because an honest log is signed every day', async () => {
    await show(history('a', 5), KEY, daysAgo(4));
    expect(await visit()).toMatchObject({ code: 1, found: { code: 'checkpoint-stale' } });
  });

  it('reports a key that was replaced and signs again', async () => {
    lie.keys = [KEY, NEXT_KEY];
    await show(history('a', 5), KEY, daysAgo(2));
    expect((await visit()).code).toBe(0);
    await show(history('a', 6), NEXT_KEY, daysAgo(1));
    expect((await visit('--accept-key', NEXT_KEY.publicKeyMultibase)).code).toBe(0);
    await show(history('a', 7), KEY);
    expect(await visit()).toMatchObject({ code: 1, found: { code: 'older-key' } });
  });

  it('reports a key that is not published, such as a stolen and compromised one', async () => {
    await show(history('a', 5), STOLEN_KEY);
    expect(await visit()).toMatchObject({ code: 1, found: { code: 'checkpoint-not-signed' } });
  });
});

describe('a state that another person has seen', () => {
  it.each([3, 300, 301, 700])('agrees where it is a part of the same history: %i entries', async (size) => {
    lie.entries = history('a', 700);
    await show(history('a', 300));
    lie.entries = history('a', 700);
    expect(await visit('--checkpoint', await heldByAnother(history('a', size)))).toMatchObject({ code: 0 });
  });

  it.each([3, 299, 300, 700])('shows a split view where it is not: %i other entries', async (size) => {
    await show(history('a', 300));
    lie.entries = history('a', 700);
    const other = await heldByAnother(history('b', size));
    expect(await visit('--checkpoint', other)).toMatchObject({
      code: 1,
      found: { kind: 'broken', code: 'split-view', detail: other },
    });
  });

  it('is refused where no key of the service has signed it', async () => {
    await show(history('a', 300));
    const other = await heldByAnother(history('a', 300), STOLEN_KEY);
    expect(await visit('--checkpoint', other)).toMatchObject({
      code: 1,
      found: { code: 'checkpoint-not-signed' },
    });
  });
});

describe('a badge whose proof contains another history than the log', () => {
  const badge = { id: '', proof: [{ created: daysAgo(30).toISOString() }] };
  const writeBadge = async () => {
    const file = join(folder, 'badge.json');
    badge.id = `${log.url}/credentials/b`;
    await writeFile(file, JSON.stringify(badge));
    const digest = (await digestOf(badge)).slice('sha256$'.length);
    return { file, entry: formatLogEntry({ document: digest, jws: digest }) };
  };

  it('is not proved, though the proof is signed and of the same size', async () => {
    const { file, entry } = await writeBadge();
    const forged = [...history('a', 9), entry];
    await show(history('a', 10));
    lie.files = {
      '/credentials/b.tlog-proof': await proofOf(forged, 9, await signedBy(forged)),
      '/log/checkpoints': '{"checkpoints":[]}',
    };
    expect(await visit('--badge', file)).toMatchObject({
      code: 1,
      found: { kind: 'not-proved', reason: 'split-view' },
    });
  });

  it('is not dated back by an invented checkpoint of an earlier day', async () => {
    const { file, entry } = await writeBadge();
    const honest = [...history('a', 9), entry];
    await show(honest);
    const proof = await proofOf(honest, 9, lie.checkpoint);
    const note = await signedBy([...history('b', 9), entry], KEY, daysAgo(30));
    const day = daysAgo(30).toISOString().slice(0, 10);
    lie.files = {
      '/credentials/b.tlog-proof': proof,
      '/log/checkpoints': JSON.stringify({ checkpoints: [{ day, note }] }),
      [`/log/checkpoints?before=${day}`]: '{"checkpoints":[]}',
    };
    expect(await visit('--badge', file)).toMatchObject({
      code: 1,
      found: { kind: 'not-proved', reason: 'split-view' },
    });
    lie.files = { ...lie.files, '/log/checkpoints': '{"checkpoints":[]}' };
    expect(await visit('--badge', file)).toMatchObject({ code: 1, found: { kind: 'late', index: 9 } });
  });
});
