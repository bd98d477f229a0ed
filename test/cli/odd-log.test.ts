import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/application/digest.ts';
import { makeLogReader } from '../../src/cli/log-reader.ts';
import { formatLogEntry } from '../../src/issuing/log-entry.ts';
import { history, type Lie, proofOf, signedState, startLyingLog } from '../badge-log/lying-log.ts';
import { jalon } from '../support/command-line.ts';
import { testKey } from '../support/credential-signing.ts';
import { fr } from '../support/fr.ts';

const [KEY, NEW_KEY] = [testKey(64), testKey(65)];
const DAY = 86_400;
const nowSeconds = () => Math.floor(Date.now() / 1000);

let folder: string;
let state: string;
let log: Awaited<ReturnType<typeof startLyingLog>>;
const lie: Lie = { entries: [], checkpoint: '', keys: [KEY], files: {} };

beforeAll(async () => {
  log = await startLyingLog(lie);
});
afterAll(() => log.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-odd-log-'));
  state = join(folder, 'state.json');
  Object.assign(lie, { keys: [KEY], files: {}, document: {}, method: {} });
  await show();
  return () => rm(folder, { recursive: true, force: true });
});

async function show({ key = KEY, atSeconds = nowSeconds(), url = log.url, size = 5 } = {}): Promise<void> {
  const entries = history('a', size);
  Object.assign(lie, { entries, checkpoint: await signedState(entries, { key, atSeconds, url }) });
}

async function visit(...options: readonly string[]) {
  const texts = ['monitor', log.url, '--state', state, ...options];
  const { code, lines, stderr, stdout } = await jalon([...texts, '--json']);
  expect(stdout + stderr).not.toMatch(/\\n {4}at |^ {4}at /m);
  return { code, found: lines[0], stderr };
}

describe('a monitor believes no log of another time', () => {
  it.each([
    ['an hour ahead', () => nowSeconds() + 3600],
    ['ten years ahead', () => nowSeconds() + 3650 * DAY],
    ['later than any date', () => 9_000_000_000_000],
    ['at the last number', () => Number.MAX_SAFE_INTEGER],
  ])('signed %s', async (_what, atSeconds) => {
    await show({ atSeconds: atSeconds() });
    expect(await visit()).toMatchObject({ code: 1, found: { kind: 'broken', code: 'checkpoint-ahead' } });
  });

  it('but lets its clock and the one of the service differ by a minute', async () => {
    await show({ atSeconds: nowSeconds() + 60 });
    expect(await visit()).toMatchObject({ code: 0 });
  });

  it('nor the state that another person has seen, nor a day of a badge', async () => {
    const ahead = { key: KEY, atSeconds: Number.MAX_SAFE_INTEGER, url: log.url };
    const other = join(folder, 'other.checkpoint');
    writeFileSync(other, await signedState(history('a', 5), ahead));
    expect(await visit()).toMatchObject({ code: 0 });
    const { code, lines } = await jalon(['monitor', log.url, '--checkpoint', other, '--json']);
    expect([code, lines[1]?.['code']]).toEqual([1, 'checkpoint-ahead']);
    const badge = join(folder, 'badge.json');
    writeFileSync(
      badge,
      JSON.stringify({ id: `${log.url}/credentials/b`, proof: [{ created: '2026-01-01T00:00:00Z' }] }),
    );
    lie.files = {
      '/credentials/b.tlog-proof': await proofOf(lie.entries, 4, await signedState(lie.entries, ahead)),
      '/log/checkpoints': '{"checkpoints":[]}',
    };
    const requested = await jalon(['monitor', log.url, '--badge', badge, '--json']);
    expect([requested.code, requested.lines[1]]).toMatchObject([
      1,
      { kind: 'not-proved', reason: 'checkpoint' },
    ]);
  });
});

describe('a monitor believes no key of which its operator has not heard', () => {
  it('says which key it keeps at the first visit', async () => {
    const { stderr } = await visit();
    expect(stderr.trim()).toBe(fr.cli.logKeyKept(KEY.publicKeyMultibase));
    expect((await visit()).stderr).toBe('');
  });

  it('reports a new key that signs, keeps its state, and follows the log once the key is accepted', async () => {
    await show({ atSeconds: nowSeconds() - DAY });
    await visit();
    const before = readFileSync(state, 'utf8');
    lie.keys = [KEY, NEW_KEY];
    await show({ key: NEW_KEY, size: 6 });
    const found = { kind: 'broken', code: 'new-key', detail: NEW_KEY.publicKeyMultibase };
    expect(await visit()).toMatchObject({ code: 1, found });
    expect(await visit()).toMatchObject({ code: 1, found });
    expect(await visit('--accept-key', KEY.publicKeyMultibase)).toMatchObject({ code: 1, found });
    expect(readFileSync(state, 'utf8')).toBe(before);
    expect(await visit('--accept-key', NEW_KEY.publicKeyMultibase)).toMatchObject({ code: 0 });
    expect(await visit()).toMatchObject({ code: 0, stderr: '' });
  });

  it('compares the key of the first visit with the one that the operator knows', async () => {
    expect(await visit('--accept-key', NEW_KEY.publicKeyMultibase)).toMatchObject({
      code: 1,
      found: { code: 'new-key', detail: KEY.publicKeyMultibase },
    });
    expect((await visit('--accept-key', 'z6Mk')).code).toBe(2);
  });

  it('nor the instant that such a key adds to an old state, which would never seem stale', async () => {
    const url = log.url;
    const old = { key: KEY, atSeconds: nowSeconds() - 2 * DAY, url };
    const [text = '', signatures = ''] = (await signedState(history('a', 5), old)).split('\n\n');
    const [plain = ''] = signatures.split('\n');
    const again = await signedState(history('a', 5), { key: NEW_KEY, atSeconds: nowSeconds(), url });
    const dated = again.split('\n').at(-2) ?? '';
    Object.assign(lie, { keys: [KEY, NEW_KEY], checkpoint: `${text}\n\n${plain}\n${dated}\n` });
    expect(await visit()).toMatchObject({ code: 1, found: { kind: 'broken', code: 'checkpoint-stale' } });
    lie.checkpoint = `${text}\n\n${signatures}${dated}\n`;
    expect(await visit()).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(state, 'utf8')).signedAtSeconds).toBe(old.atSeconds);
  });

  it('nor the proof of a badge that only such a key signed', async () => {
    await visit();
    lie.keys = [KEY, NEW_KEY];
    const badge = join(folder, 'badge.json');
    const body = { id: `${log.url}/credentials/b`, proof: { created: new Date().toISOString() } };
    writeFileSync(badge, JSON.stringify(body));
    const digest = (await digestOf(body)).slice('sha256$'.length);
    const withBadge = [...lie.entries, formatLogEntry({ document: digest, jws: digest })];
    const ask = async (key: typeof KEY) => {
      const checkpoint = await signedState(withBadge, { key, atSeconds: nowSeconds(), url: log.url });
      lie.files = {
        '/credentials/b.tlog-proof': await proofOf(withBadge, 5, checkpoint),
        '/log/checkpoints': '{"checkpoints":[]}',
      };
      const { code, lines } = await jalon(['monitor', log.url, '--state', state, '--badge', badge, '--json']);
      return [code, lines[1]];
    };
    lie.entries = withBadge;
    expect(await ask(NEW_KEY)).toMatchObject([1, { kind: 'not-proved', reason: 'checkpoint' }]);
    expect(await ask(KEY)).toMatchObject([0, { kind: 'logged', index: 5 }]);
  });

  it('nor another log at the first visit', async () => {
    await show({ url: 'https://another.example' });
    expect(await visit()).toMatchObject({
      code: 1,
      found: { code: 'other-log', detail: 'another.example/log' },
    });
  });
});

describe('a monitor believes a key that signs only if the address of the log lists it, for assertion, now', () => {
  const PAST = '2026-01-01T00:00:00Z';
  it.each<[string, Pick<Lie, 'document' | 'method'>]>([
    ['stated, and listed for nothing', { document: { assertionMethod: [] } }],
    ['listed for signing in alone', { document: { assertionMethod: [], authentication: ['#0'] } }],
    ['controlled by another', { method: { controller: 'did:web:evil.example' } }],
    ['that ended', { method: { expires: PAST } }],
    ['that was revoked', { method: { revoked: PAST } }],
    ['published with its private half', { method: { secretKeyMultibase: 'z3u2' } }],
    ['described twice', { method: { publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } } }],
    ['at another address', { document: { verificationMethod: [] } }],
  ])('and none %s', async (_what, reported) => {
    Object.assign(lie, reported);
    const found = { kind: 'broken', code: 'checkpoint-not-signed' };
    expect(await visit()).toMatchObject({ code: 1, found });
  });

  it('nor a document of another identifier', async () => {
    lie.document = { id: 'did:web:evil.example' };
    expect(await visit()).toMatchObject({ code: 1, found: { code: 'unreadable-answer' } });
  });
});

describe('a monitor explains what it cannot read', () => {
  it.each([
    ['null', 'null'],
    ['no JSON', '<html>'],
    ['a list of nothing', '{"verificationMethod":[null]}'],
    ['an object in the place of a list', '{"verificationMethod":{}}'],
  ])('a DID document: %s', async (_what, text) => {
    lie.files = { '/.well-known/did.json': text };
    expect(await visit()).toMatchObject({ code: 1, found: { kind: 'broken', code: 'unreadable-answer' } });
  });

  const day = (name: string) => ({ day: name, note: 'x' });
  const PAGE = '/log/checkpoints';
  it.each([
    ['null', { [PAGE]: '{"checkpoints":null}' }, 'not-proved'],
    ['null alone', { [PAGE]: 'null' }, 'broken'],
    ['no JSON', { [PAGE]: '[' }, 'broken'],
    ['numbers', { [PAGE]: '{"checkpoints":[1]}' }, 'broken'],
    ['odd days', { [PAGE]: JSON.stringify({ checkpoints: [day('x')] }) }, 'broken'],
    [
      'the same day twice',
      { [PAGE]: JSON.stringify({ checkpoints: [day('2026-11-02'), day('2026-11-02')] }) },
      'broken',
    ],
    [
      'days that alternate',
      {
        [PAGE]: JSON.stringify({ checkpoints: [day('2026-11-02')] }),
        [`${PAGE}?before=2026-11-02`]: JSON.stringify({ checkpoints: [day('2026-11-03')] }),
        [`${PAGE}?before=2026-11-03`]: JSON.stringify({ checkpoints: [day('2026-11-02')] }),
      },
      'broken',
    ],
  ])('the days of a log: %s', async (_what, files, kind) => {
    const badge = join(folder, 'badge.json');
    writeFileSync(
      badge,
      JSON.stringify({ id: `${log.url}/credentials/b`, proof: [{ created: '2026-01-01T00:00:00Z' }] }),
    );
    lie.files = { '/credentials/b.tlog-proof': 'x', ...files };
    const { code, lines, stderr } = await jalon(['monitor', log.url, '--badge', badge, '--json']);
    expect([code, lines[1]?.['kind']]).toEqual([1, kind]);
    expect(stderr).not.toContain('    at ');
  });

  it.each(['[', 'null', '{}', '{"origin":1}'])('a state: %s', async (text) => {
    writeFileSync(state, text);
    const { code, found } = await visit();
    expect([code, found?.['code']]).toEqual([1, 'unreadable-file']);
    expect(readFileSync(state, 'utf8')).toBe(text);
  });

  it.each(['[', 'null', '{"id":1}', '{"id":"x","proof":[{"created":"then"}]}', 'a.b.c'])(
    'a badge: %s',
    async (text) => {
      const badge = join(folder, 'badge.json');
      writeFileSync(badge, text);
      const { code, lines, stderr } = await jalon(['monitor', log.url, '--badge', badge, '--json']);
      expect([code, lines[1]?.['code']]).toEqual([1, 'unreadable-file']);
      expect(stderr).not.toContain('    at ');
    },
  );
});

describe('the state of a monitor', () => {
  it('is never written through a link that another account has put there', async () => {
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'precious');
    symlinkSync(victim, `${state}.new`);
    expect((await visit()).code).toBe(0);
    expect(readFileSync(victim, 'utf8')).toBe('precious');
    expect(lstatSync(state).isFile()).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['state.json', 'state.json.new', 'victim']);
  });

  it('leaves nothing next to it where it cannot be written', async () => {
    mkdirSync(state);
    expect((await visit()).code).toBe(1);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });
});

describe('a visit', () => {
  it('ends, though the service answers without end', async () => {
    let requested = 0;
    const server = createServer((_request, response) => {
      requested += 1;
      const before = new Date(Date.UTC(2026, 10, 1) - requested * DAY * 1000).toISOString().slice(0, 10);
      setTimeout(() => response.end(JSON.stringify({ checkpoints: [{ day: before, note: 'x' }] })), 10);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const reader = makeLogReader(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 300);
    await expect(reader.readDays('0001-01-01')).rejects.toMatchObject({ code: 'unreachable' });
    server.close();
  });
});
