import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRandom } from '../../demo/random.ts';
import { openPostgresStore } from '../../src/adapters/storage/engines/postgres.node.ts';
import type { Store } from '../../src/application/ports.ts';
import { ADA, NOW } from '../contracts/store-values.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { makeMigratedDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';
import {
  type PostgresProxy,
  startPostgresProxy,
  type ValidationError,
} from '../support/servers/postgres-proxy.ts';

/** What is read may be older than this by no moment (ADR 57). */
const OLDEST_MS = 1000;

let database: PostgresDatabase;
let proxy: PostgresProxy;
/** Listens, through the proxy. */
let listening: Store;
/** Another process, which listens to no one. */
let other: Store;

beforeEach(async () => {
  database = await makeMigratedDatabase();
  proxy = await startPostgresProxy(database.url);
  const options = { url: proxy.url, migrationsFolder: MIGRATIONS, listening: true };
  listening = await openPostgresStore({ ...options, patienceMilliseconds: 2000 });
  other = await database.open();
});

afterEach(async () => {
  proxy.inject('none');
  await listening.close();
  await other.close();
  await proxy.stop();
  await database.drop();
});

let last = 0;
/** Commits the next number as a setting; resolves with it once the commit is done. */
async function commitNext(store: Store): Promise<number> {
  const asRead = last === 0 ? undefined : String(last);
  last += 1;
  await store.commit([
    { kind: 'setting-changed', name: 'words', value: String(last), asRead, at: NOW, by: ADA },
  ]);
  return last;
}

beforeEach(() => {
  last = 0;
});

/** The number in a moment; 0 before the first commit. */
function numberIn({ common }: { readonly common: string }): number {
  return Number(/\["setting","words","(\d+)"\]/.exec(common)?.[1] ?? 0);
}

const read = async () => numberIn(await listening.readDataVersion({ kind: 'service' }));

/** Resolves once moments come from memory, without a query. */
async function untilServedFromMemory(): Promise<void> {
  for (;;) {
    const answer = listening.readDataVersion({ kind: 'service' });
    if (!(answer instanceof Promise)) return;
    // A query that is left alone would fail by itself once the store is closed.
    await Promise.allSettled([answer, wait(10)]);
  }
}

/** Reads until the number is there; resolves with the age of what the last question before it was given. */
async function untilRead(number: number): Promise<number> {
  const began = performance.now();
  for (let oldest = 0; ; ) {
    const requestedAt = performance.now();
    if ((await read()) === number) return oldest;
    oldest = requestedAt - began;
    await wait(5);
  }
}

describe('a store on PostgreSQL that listens', () => {
  it('answers from memory once it hears of every commit', async () => {
    await commitNext(other);
    await untilServedFromMemory();
    expect(numberIn((await listening.readDataVersion({ kind: 'service' })) as never)).toBe(1);
  });

  it('shows its own commits at once', async () => {
    await untilServedFromMemory();
    const number = await commitNext(listening);
    expect(await read()).toBe(number);
  });

  it('hears of a commit that announces itself', async () => {
    await untilServedFromMemory();
    const number = await commitNext(other);
    expect(await untilRead(number)).toBeLessThan(OLDEST_MS);
  });

  it('sees what was changed by hand, which no one announces', async () => {
    await commitNext(other);
    await untilServedFromMemory();
    await database.ask("UPDATE setting SET value = '77' WHERE name = 'words'");
    expect(await untilRead(77)).toBeLessThan(OLDEST_MS);
  });

  it.each<ValidationError>(['swallow', 'freeze', 'cut'])(
    'shows a commit within a second where the network does this to its listener: %s',
    async (error) => {
      await untilServedFromMemory();
      proxy.inject(error);
      const number = await commitNext(other);
      expect(await untilRead(number)).toBeLessThan(OLDEST_MS);
    },
  );

  it('shows a commit within a second where its listener is ended by the server, and listens again', async () => {
    await untilServedFromMemory();
    await database.ask(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'jalon listener'",
    );
    const number = await commitNext(other);
    expect(await untilRead(number)).toBeLessThan(OLDEST_MS);
    await untilServedFromMemory();
    expect(await read()).toBe(number);
  });

  it('asks nothing while no one asks it, and is right at the next question', async () => {
    await untilServedFromMemory();
    // Longer than it goes on looking.
    await wait(6000);
    const before = await timeOfLastQuery();
    proxy.inject('swallow');
    const number = await commitNext(other);
    await wait(1500);
    expect(await timeOfLastQuery()).toBe(before);
    expect(await read()).toBe(number);
  });

  it('tells at once that another process has begun work', async () => {
    const reported = new Promise<void>((resolve) => listening.onWork(resolve));
    await untilServedFromMemory();
    const task = { kind: 'publish-status-list', listId: 'list-1' } as const;
    await other.commit([{ kind: 'outbox-added', id: 'task-1', task, at: NOW }]);
    await reported;
  });

  it.each([1, 2, 3])('is never older than a second, whatever happens to it (seed %i)', async (seed) => {
    const random = makeRandom(seed);
    const errors: readonly ValidationError[] = ['none', 'swallow', 'freeze', 'cut', 'none', 'none'];
    const committed: { readonly number: number; readonly at: number }[] = [];
    const end = performance.now() + 6000;
    const writing = (async () => {
      while (performance.now() < end) {
        const number = await commitNext(random.integer(4) === 0 ? listening : other);
        committed.push({ number, at: performance.now() });
        await wait(random.integer(120));
      }
    })();
    const breaking = (async () => {
      while (performance.now() < end) {
        proxy.inject(random.pick(errors));
        await wait(random.integer(900));
      }
    })();
    let fromMemory = 0;
    let tooOld: unknown;
    while (performance.now() < end) {
      const requestedAt = performance.now();
      const answer = listening.readDataVersion({ kind: 'service' });
      if (!(answer instanceof Promise)) fromMemory += 1;
      const seen = numberIn(await answer);
      const due = committed.findLast(({ at }) => at <= requestedAt - OLDEST_MS)?.number ?? 0;
      if (seen < due) tooOld = { seen, due };
      await wait(3);
    }
    await Promise.all([writing, breaking]);
    expect(tooOld).toBeUndefined();
    // Otherwise the simulation would show nothing of what is kept.
    expect(fromMemory).toBeGreaterThan(50);
    expect(committed.length).toBeGreaterThan(10);
  });
});

/** The time of the listener's last query, as the server knows it. */
async function timeOfLastQuery(): Promise<unknown> {
  const [row] = await database.ask(
    "SELECT query_start::text AS at FROM pg_stat_activity WHERE application_name = 'jalon listener'",
  );
  return row?.['at'];
}
