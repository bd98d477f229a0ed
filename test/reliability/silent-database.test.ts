import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type DatabaseFailure,
  type DatabaseProxy,
  startDatabaseProxy,
} from '../support/servers/database-proxy.ts';
import { makeMigratedDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';

/** What the machine may add while other tests keep it busy; before, each request took as long as the failure. */
const BUSY_MS = 1500;
/** What each kind of request may take, in milliseconds (docs/reliability.md, "A silent or absent database"). */
const READY_MS = 2000 + BUSY_MS;
const REFUSED_MS = 5000 + BUSY_MS;

let database: PostgresDatabase;
let proxy: DatabaseProxy;
let service: TestService;
let badge: IssuedBadge;
let list: string;
let key: string;

beforeAll(async () => {
  database = await makeMigratedDatabase();
  proxy = await startDatabaseProxy(database.url);
  service = await startTestService({ DATABASE_URL: proxy.url }, { serving: true });
  await service.importText(ONE_RUPN);
  const [issued] = await issueEverything(service);
  if (!issued) throw new Error('no badge was issued');
  badge = issued;
  await service.services.acceptCredential({ id: badge.id, actor: 'test' });
  const document = await (await service.get(`${badge.path}.json`)).json();
  list = new URL(document.credentialStatus.statusListCredential).pathname;
  const { keys } = await (await service.get('/.well-known/jwks.json')).json();
  key = new URL(keys[0].kid).pathname;
}, 120_000);

afterAll(async () => {
  await proxy.inject('none');
  await service.stop();
  await proxy.stop();
  await database.drop();
});

async function timed(path: string, init?: RequestInit) {
  const began = performance.now();
  const response = await service.app.request(`https://jalon.test${path}`, init);
  const text = await response.text();
  return { status: response.status, text, headers: response.headers, took: performance.now() - began };
}

/** Resolves once the service works again. */
async function recovered(): Promise<void> {
  await proxy.inject('none');
  while ((await timed('/health/ready')).status !== 200) await wait(100);
}
afterEach(recovered, 60_000);

/** Reads what is then given from memory, as readers do before a failure, and begins one. */
async function beginFailure(failure: DatabaseFailure): Promise<void> {
  for (const path of [badge.path, list, '/badges', '/', '/privacy', '/verify']) {
    expect((await timed(path)).status).toBe(200);
  }
  await proxy.inject(failure);
  // What is cached is given for a second after the last look at the database (ADR 57).
  await wait(1100);
}

const FAILURES: readonly DatabaseFailure[] = ['hold', 'delay', 'cut'];
const TOKEN = { authorization: `Bearer ${'A'.repeat(43)}`, 'content-type': 'application/json' };
const PAGE = { accept: 'text/html' };

/** Requests that need the database. */
const requestAll = () =>
  Promise.all([
    timed(badge.path),
    timed(badge.path, { headers: { ...PAGE, 'accept-language': 'en' } }),
    timed(`${badge.path}.json`),
    timed('/credentials/AAAAAAAAAAAAAAAAAAAAAA', { headers: PAGE }),
    timed('/dane/people', { headers: { ...PAGE, cookie: `__Host-session=${'A'.repeat(43)}` } }),
    timed('/api/v1/people', { headers: TOKEN }),
    timed('/api/v1/tokens', { method: 'POST', headers: TOKEN, body: '{}' }),
  ]);

describe.each(FAILURES)('while a failure of the database is "%s"', { timeout: 60_000 }, (failure) => {
  it('no request waits for long, and each refusal says when to come back', async () => {
    await beginFailure(failure);
    const requests = requestAll();
    const live = await timed('/health/live');
    expect([live.status, live.took < READY_MS]).toEqual([200, true]);
    for (const response of await requests) {
      expect(response.took).toBeLessThan(REFUSED_MS);
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it('readiness is answered within two seconds', async () => {
    await beginFailure(failure);
    for (const path of ['/health/ready', '/health/ready?for=writing']) {
      const ready = await timed(path);
      expect([path, ready.status]).toEqual([path, 503]);
      expect(Number(ready.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(ready.took).toBeLessThan(READY_MS);
    }
  });

  it('keys, status lists and pages without a verdict come from memory', async () => {
    await beginFailure(failure);
    const documents = ['/.well-known/did.json', '/.well-known/jwks.json', key, list];
    const paths = [...documents, '/badges', '/', '/privacy', '/verify'];
    const responses = await Promise.all(paths.map((path) => timed(path)));
    for (const [at, response] of responses.entries()) {
      expect([paths[at], response.status]).toEqual([paths[at], 200]);
      expect(response.took).toBeLessThan(REFUSED_MS);
      // No shared cache gives them for longer than the service does.
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
    // Once the silence is known, nothing waits for it.
    const again = await timed(list, { headers: { accept: 'application/vc+ld+json' } });
    expect([again.status, again.took < BUSY_MS]).toEqual([200, true]);
    expect((await timed(badge.path)).status).toBe(503);
  });
});

describe('connections that a network lost in silence', { timeout: 60_000 }, () => {
  it('hold no request for long, and are replaced while the database answers on others', async () => {
    await beginFailure('hold-open-ones');
    for (const response of await requestAll()) expect(response.took).toBeLessThan(REFUSED_MS);
    while ((await timed('/health/ready')).status !== 200) await wait(100);
    expect((await timed(badge.path, { headers: PAGE })).status).toBe(200);
  });
});
