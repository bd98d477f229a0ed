import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migratePostgres, openPostgresStore } from '../../src/adapters/storage/engines/postgres.node.ts';
import {
  type CircuitBreaker,
  makeCircuitBreaker,
} from '../../src/adapters/storage/engines/postgres-circuit-breaker.node.ts';
import {
  limitServing,
  openPool,
  withUnavailableErrors,
} from '../../src/adapters/storage/engines/postgres-pool.node.ts';
import { FIXTURE } from '../contracts/store-values.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import {
  makeMigratedDatabase,
  makePostgresDatabase,
  type PostgresDatabase,
} from '../support/servers/postgres.ts';

let database: PostgresDatabase;
let breaker: CircuitBreaker;
let pool: ReturnType<typeof openPool>;
beforeEach(async () => {
  database = await makeMigratedDatabase();
  breaker = makeCircuitBreaker(database.url, 'postgres://here');
  pool = openPool(database.url, { size: 4, ...limitServing() });
});
afterEach(async () => {
  breaker.close();
  await pool.end();
  await database.drop();
});

async function ask(sql: string) {
  const client = await withUnavailableErrors(pool, 'postgres://here', { breaker }).connect();
  const { rows } = await client.query(sql).finally(() => client.release());
  return rows[0];
}

describe('the circuit breaker', { timeout: 60_000 }, () => {
  it('leaves a slow query of a database that answers its own limit', async () => {
    const slow = ask("select 'done' as end, pg_sleep(6)");
    expect(await ask('select 1 as one')).toEqual({ one: 1 });
    expect(await slow).toMatchObject({ end: 'done' });
    expect(breaker.losses()).toBe(0);
  });

  it('refuses the query of a frozen connection alone, and then uses no connection from before', async () => {
    const { pid } = await ask('select pg_backend_pid() as pid');
    process.kill(pid, 'SIGSTOP');
    try {
      const began = performance.now();
      await expect(ask('select 1 as one')).rejects.toMatchObject({ code: 'unavailable' });
      expect(performance.now() - began).toBeLessThan(5000);
      expect(await ask('select 2 as two')).toEqual({ two: 2 });
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });
});

/** What the operator reads of a refusal. */
const causeOf = (error: { readonly cause?: unknown }) => error.cause;

describe('the refusal names', { timeout: 60_000 }, () => {
  it('a full connection table, at the start and later', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await database.ask(`CREATE ROLE ${name} LOGIN PASSWORD 'x' CONNECTION LIMIT 1`);
    await database.ask(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${name}`);
    const url = Object.assign(new URL(database.url), { username: name, password: 'x' }).href;
    const only = new Client({ connectionString: url });
    await only.connect();
    const because = { code: 'database-unusable', params: { because: 'connections' } };
    try {
      await expect(migratePostgres({ url, migrationsFolder: MIGRATIONS })).rejects.toMatchObject(because);
      const full = openPool(url);
      const later = withUnavailableErrors(full, 'postgres://here').connect();
      expect(causeOf((await later.catch((error: Error) => error)) as Error)).toMatchObject(because);
      await full.end();
    } finally {
      await only.end();
      await database.ask(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
    }
  });

  it('a standby, when it is probed and when something is committed', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await database.ask(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const store = await openPostgresStore({ url: database.url, migrationsFolder: MIGRATIONS });
    const because = { code: 'database-unusable', params: { because: 'standby' } };
    for (const write of [() => store.ping(), () => store.commit(FIXTURE)]) {
      expect(causeOf((await write().catch((error: Error) => error)) as Error)).toMatchObject(because);
    }
    await store.close();
    const empty = await makePostgresDatabase();
    await empty.ask(
      `ALTER DATABASE ${new URL(empty.url).pathname.slice(1)} SET default_transaction_read_only = on`,
    );
    const started = migratePostgres({ url: empty.url, migrationsFolder: MIGRATIONS });
    await expect(started).rejects.toMatchObject(because);
    await empty.drop();
  });
});
