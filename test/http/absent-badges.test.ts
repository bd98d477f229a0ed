import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cpuOf } from '../../bench/measuring/process-use.ts';
import { type LeanClient, openLeanClient } from '../../bench/servers/lean-client.ts';
import type { CacheKeyFields } from '../../src/adapters/http/cache/key.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import {
  type IssuedBadge,
  startWithOneBadge,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
/** Signed, and not accepted yet. */
let badge: IssuedBadge;
/** A second connection to the same file, which is another process for the database. */
let other: NodeContext;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
  other = await openNodeContext(service.environment);
});
afterAll(async () => {
  await other.close();
  await service.stop();
});

const FORMS = [
  ...['', '.json', '.jws', '.pdf', '.png', '.svg', '/easy', '/embed', '/ob2', '/image.svg', '/image.png'],
  ...['/qr.svg', '/qr.png', '/preview.png', '/card-square.png', '?lang=en', '/easy?lang=en'],
];
const unknown = () => `/credentials/${randomBytes(16).toString('base64url')}`;
const BROWSER = { Accept: 'text/html', 'Accept-Language': 'fr' };

async function read(path: string, headers: Record<string, string> = BROWSER) {
  const answer = await service.get(path, headers);
  const { 'x-request-id': _, ...others } = Object.fromEntries(answer.headers);
  return { status: answer.status, headers: others, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const fieldsOf = (target: string): CacheKeyFields => ({
  target,
  accept: BROWSER.Accept,
  acceptLanguage: BROWSER['Accept-Language'],
  acceptEncoding: undefined,
  ifNoneMatch: undefined,
  cookie: undefined,
});

describe('the 404 of a badge', () => {
  it.each(FORMS)('is the same for each unknown, unaccepted or wrongly written id: %s', async (form) => {
    const first = await read(unknown() + form);
    expect(first.status).toBe(404);
    for (const path of [unknown(), badge.path, '/credentials/AAAA', unknown()]) {
      expect([path, await read(path + form)]).toEqual([path, first]);
    }
  });

  it('is prepared once: another address needs no handler and no memory', async () => {
    for (const form of FORMS) await read(unknown() + form);
    await read(badge.path);
    const before = service.kept.heldBytes();
    for (const form of FORMS) {
      for (const path of [unknown(), badge.path]) {
        const ready = await service.kept.find(fieldsOf(path + form));
        const expected = form === '' || path !== badge.path ? 404 : ready?.status;
        expect([form, ready?.status]).toEqual([form, expected]);
      }
    }
    for (let count = 0; count < 500; count += 1) await read(unknown());
    expect(service.kept.heldBytes()).toBe(before);
  });

  it('is a page or a problem, in the language and encoding that the client prefers', async () => {
    for (let count = 0; count < 2; count += 1) {
      const page = await read(unknown());
      expect(page.headers).toMatchObject({
        'content-type': 'text/html; charset=UTF-8',
        'content-language': 'fr',
        'x-robots-tag': 'noindex',
      });
      expect(page.bytes.toString()).toContain('href="?lang=en"');
      const english = await read(unknown(), { ...BROWSER, 'Accept-Language': 'en' });
      expect(english.bytes.toString()).toContain('<html lang="en">');
      const problem = await read(unknown(), { Accept: 'application/vc+ld+json' });
      expect(JSON.parse(problem.bytes.toString()).code).toBe('unknown-credential');
      const brotli = await read(unknown(), { ...BROWSER, 'Accept-Encoding': 'br' });
      expect(brotliDecompressSync(brotli.bytes).equals(page.bytes)).toBe(true);
      const gzip = await read(unknown(), { ...BROWSER, 'Accept-Encoding': 'gzip' });
      expect(gunzipSync(gzip.bytes).equals(page.bytes)).toBe(true);
      expect([brotli, gzip].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip']);
    }
  });

  it('has no validator, and is given to a reader with a session too', async () => {
    const plain = await read(unknown());
    expect(plain.headers['etag']).toBeUndefined();
    expect((await read(unknown(), { ...BROWSER, 'If-None-Match': '*' })).status).toBe(404);
    expect(await read(unknown(), { ...BROWSER, Cookie: '__Host-session=x' })).toEqual(plain);
    const ready = await service.kept.find({ ...fieldsOf(unknown()), cookie: '__Host-session=x' });
    expect(ready?.status).toBe(404);
  });

  it('ends and begins with what the holder chooses, at once and in every process', async () => {
    const choice = { id: badge.id, actor: 'test' } as const;
    const status = async () => [(await read(badge.path)).status, (await read(`${badge.path}.json`)).status];
    expect(await status()).toEqual([404, 404]);
    await other.services.acceptCredential(choice);
    expect(await status()).toEqual([200, 200]);
    for (let count = 0; count < 2; count += 1) {
      await other.services.hideCredential(choice);
      expect(await status()).toEqual([404, 404]);
      await other.services.showCredential(choice);
      expect(await status()).toEqual([200, 200]);
    }
  });

  it('changes with the name of the issuer', async () => {
    const issuer = { name: 'DRNE de Nulle-Part', code: 'NULLE', url: 'https://drne.example' };
    expect((await read(unknown())).bytes.toString()).not.toContain('NULLE');
    const value = JSON.stringify({ ...issuer, email: 'drne@ac-test.example' });
    const [at, by] = [other.ports.clock.now(), 'test' as PersonId];
    await other.ports.store.commit([
      { kind: 'setting-changed', name: 'issuer', value, asRead: undefined, at, by },
    ]);
    expect((await read(unknown())).bytes.toString()).toContain('NULLE');
  });
});

/** The service as a process of its own, whose processor time alone counts. */
describe('the processor time of the 404 of a badge', () => {
  const REQUESTS = 4000;
  let server: RunningServer;
  let client: LeanClient;

  beforeAll(async () => {
    server = await startServer({ ...service.environment, LIMIT_REQUESTS: '0' }, TEST_ORIGIN);
    client = openLeanClient(server.url);
  });
  afterAll(async () => {
    client.close();
    await server.stop();
  });

  async function measure(paths: readonly string[], status: number): Promise<number> {
    const headers = { ...BROWSER, 'Accept-Encoding': 'gzip, br' };
    const requests = paths.map((path) => ({ path, headers }));
    const before = cpuOf([server.pid]) ?? Number.NaN;
    await client.send(requests, REQUESTS, status);
    return (cpuOf([server.pid]) ?? Number.NaN) - before;
  }

  it('is at most that of four cached pages', async () => {
    const kinds = ['', '.json', '/easy', '/image.svg'];
    const least: Record<string, number> = {};
    const note = (name: string, cost: number) => {
      least[name] = Math.min(least[name] ?? Number.POSITIVE_INFINITY, cost);
    };
    // The first round warms up.
    for (let round = 0; round < 4; round += 1) {
      if (round === 1) for (const name of Object.keys(least)) delete least[name];
      note('page', await measure([badge.path], 200));
      for (const kind of kinds) {
        note(
          `404 ${kind}`,
          await measure(
            Array.from({ length: REQUESTS }, () => unknown() + kind),
            404,
          ),
        );
      }
    }
    const { page = 0, ...absent } = least;
    for (const [name, cost] of Object.entries(absent)) {
      expect([name, cost / page], JSON.stringify(least)).toEqual([
        name,
        expect.toSatisfy((ratio) => ratio <= 4),
      ]);
    }
  }, 120_000);
});
