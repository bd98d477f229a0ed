import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migratePostgres, openPostgresStore } from '../../src/adapters/storage/engines/postgres.node.ts';
import {
  limitServing,
  openPool,
  withUnavailableErrors,
} from '../../src/adapters/storage/engines/postgres-pool.node.ts';
import { ADA, BOB, engagement, FIXTURE, person } from '../contracts/store-values.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { makeNextMigrations, NEXT_MIGRATION } from '../support/next-version.ts';
import { makePostgresDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';

let database: PostgresDatabase;
beforeEach(async () => {
  database = await makePostgresDatabase();
});
afterEach(() => database.drop());

const count = async (sql: string) => Number((await database.ask(sql))[0]?.['count']);

describe('a PostgreSQL database', () => {
  it('reports which migrations ran, and none the second time', async () => {
    const options = { url: database.url, migrationsFolder: MIGRATIONS };
    expect(await migratePostgres(options)).toEqual(readdirSync(MIGRATIONS).sort());
    expect(await migratePostgres(options)).toEqual([]);
  });

  it('is migrated once by six that open it at once', async () => {
    const options = { url: database.url, migrationsFolder: MIGRATIONS };
    const ran = await Promise.all(Array.from({ length: 6 }, () => migratePostgres(options)));
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
  });

  it('of an earlier version is migrated, unless it is in use and only a new one may be', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-migrations-'));
    const options = { url: database.url, migrationsFolder: makeNextMigrations(folder) };
    await migratePostgres({ url: database.url, migrationsFolder: MIGRATIONS });
    await expect(migratePostgres({ ...options, migrating: 'if-new' })).rejects.toMatchObject({
      code: 'migrations-pending',
    });
    expect(await migratePostgres(options)).toEqual([NEXT_MIGRATION]);
    await expect(migratePostgres({ url: database.url, migrationsFolder: MIGRATIONS })).rejects.toMatchObject({
      code: 'newer-database',
    });
    rmSync(folder, { recursive: true });
  });

  it('is left unchanged by a migration that fails half-way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-migrations-'));
    const twice = 'CREATE TABLE next (id TEXT);\nCREATE TABLE next (id TEXT);\n';
    const migrationsFolder = makeNextMigrations(folder, twice);
    await migratePostgres({ url: database.url, migrationsFolder: MIGRATIONS });
    await expect(migratePostgres({ url: database.url, migrationsFolder })).rejects.toThrow('already exists');
    expect(await count("select count(*) from pg_tables where tablename = 'next'")).toBe(0);
    expect(await count('select count(*) from person')).toBe(0);
    rmSync(folder, { recursive: true });
  });

  it('has no table with a person that is not exported', async () => {
    const store = await database.open();
    await store.commit(FIXTURE);
    const exported = Object.keys((await store.exportPerson(ADA)) ?? {});
    await store.close();
    const withPerson = await database.ask(
      `select distinct table_name from information_schema.columns
       where table_schema = 'public' and column_name in ('person_id', 'recipient_id', 'award_id')`,
    );
    expect(withPerson.length).toBeGreaterThan(5);
    expect(exported).toEqual(expect.arrayContaining(withPerson.map((row) => row['table_name'])));
  });

  it('waits for no dry run', async () => {
    const store = await database.open();
    await store.commit(FIXTURE);
    const dry = await store.openDryRun();
    await dry.commit([{ kind: 'person-saved', person: person(BOB, { familyName: 'À sec' }) }]);
    await store.commit([{ kind: 'person-saved', person: person(BOB, { familyName: 'Vrai' }) }]);
    expect(await store.readPeople([BOB])).toMatchObject([{ familyName: 'Vrai' }]);
    await store.close();
  });

  it('is read while more commits wait for a row than it has connections, and they end in words', async () => {
    const store = await openPostgresStore({
      url: database.url,
      migrationsFolder: MIGRATIONS,
      patienceMilliseconds: 300,
    });
    await store.commit(FIXTURE);
    const holder = new Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE person IN EXCLUSIVE MODE');
    const writes = Array.from({ length: 20 }, (_, at) =>
      store.commit([{ kind: 'person-saved', person: person(BOB, { familyName: `Nom ${at}` }) }]),
    );
    const waiting = Promise.allSettled(writes);
    expect(await store.readPeople([BOB])).toHaveLength(1);
    await store.ping();
    const ends = await waiting;
    expect(ends.map((end) => (end.status === 'rejected' ? end.reason.code : end.status))).toEqual(
      Array(20).fill('unavailable'),
    );
    await holder.query('ROLLBACK');
    await holder.end();
    await store.commit([{ kind: 'person-saved', person: person(BOB, { familyName: 'Enfin' }) }]);
    await store.close();
  });

  it('that falls silent holds no one for longer than its time, and not whoever comes next', async () => {
    const limits = limitServing();
    expect(limits.query_timeout).toBeGreaterThan(limits.statement_timeout);
    const pool = openPool(database.url, { ...limits, query_timeout: 300 });
    const connections = withUnavailableErrors(pool, 'postgres://here');
    const ask = async (sql: string) => {
      const client = await connections.connect();
      const answer = await client.query(sql).finally(() => client.release());
      return answer.rows[0];
    };
    const { pid } = await ask('select pg_backend_pid() as pid');
    process.kill(pid, 'SIGSTOP');
    try {
      await expect(ask('select 1 as one')).rejects.toMatchObject({ code: 'unavailable' });
      expect(await ask('select 2 as two')).toEqual({ two: 2 });
    } finally {
      process.kill(pid, 'SIGCONT');
      await pool.end();
    }
  });

  it('reports where it does not answer, without the password', async () => {
    const wrong = new URL(database.url);
    wrong.password = 'hunter2-secret';
    const opened = migratePostgres({ url: wrong.href, migrationsFolder: MIGRATIONS });
    const error = await opened.catch((cause: Error) => cause);
    expect(error).toMatchObject({
      code: 'unreachable',
      params: { reason: expect.stringContaining('password') },
    });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('hunter2-secret');
    const noOne = migratePostgres({
      url: 'postgres://a:hunter2@127.0.0.1:1/x',
      migrationsFolder: MIGRATIONS,
    });
    await expect(noOne).rejects.toMatchObject({
      code: 'unreachable',
      params: { url: 'postgres://127.0.0.1:1/x' },
    });
  });
});

describe('a PostgreSQL database made for French', () => {
  it('still lists in the order of bytes, like every other engine', async () => {
    const french = await makePostgresDatabase(
      "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR' LOCALE 'C'",
    );
    const store = await french.open();
    const references = ['a', 'B', 'é', 'Z', '_', 'b'];
    await store.commit([
      ...FIXTURE,
      ...references.map((it) => ({ kind: 'engagement-imported' as const, engagement: engagement(it) })),
    ]);
    const [record] = await store.readPersonRecords([ADA]);
    expect(record?.engagements.map(({ reference }) => reference)).toEqual(['B', 'Z', '_', 'a', 'b', 'é']);
    const sorted = await french.ask("select v from (values ('a'), ('B')) as t (v) order by v");
    expect(sorted.map((row) => row['v'])).toEqual(['a', 'B']);
    await store.close();
    await french.drop();
  });
});
