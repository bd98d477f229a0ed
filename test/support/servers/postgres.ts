import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { migratePostgres, openPostgresStore } from '../../../src/adapters/storage/engines/postgres.node.ts';
import type { Store } from '../../../src/application/ports.ts';
import { MIGRATIONS } from '../migrations.ts';

export interface PostgresDatabase {
  readonly url: string;
  open(): Promise<Store>;
  /** Rows of a query that does not go through the store. */
  ask(sql: string): Promise<readonly Record<string, unknown>[]>;
  /** Empties every table, which is much quicker than making another database. */
  clear(): Promise<void>;
  /** Drops the database, even with open connections. */
  drop(): Promise<void>;
}

/** Makes a database; `options` are those of CREATE DATABASE. */
export async function makePostgresDatabase(options = ''): Promise<PostgresDatabase> {
  const name = `jalon_${randomBytes(8).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} ${options}`);
  return databaseOf(name);
}

const TABLES =
  "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'kysely%'";

let template: Promise<string> | undefined;
/** A database with every migration, copied from one that this process migrated once. */
export async function makeMigratedDatabase(): Promise<PostgresDatabase> {
  template ??= makeTemplate();
  return makePostgresDatabase(`TEMPLATE ${await template}`);
}

async function makeTemplate(): Promise<string> {
  const { url } = await makePostgresDatabase();
  await migratePostgres({ url, migrationsFolder: MIGRATIONS });
  return new URL(url).pathname.slice(1);
}

function databaseOf(name: string): PostgresDatabase {
  const url = urlOf(name);
  return {
    url,
    open: () => openPostgresStore({ url, migrationsFolder: MIGRATIONS }),
    ask: (sql) => query(url, sql),
    clear: async () => {
      const deletes = (await query(url, TABLES)).map((row) => `DELETE FROM "${row['name']}";`);
      // Foreign keys are not checked, because no row stays.
      await query(url, `SET session_replication_role = replica; ${deletes.join(' ')}`);
    },
    drop: async () => {
      await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

function urlOf(name: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = name;
  return url.href;
}

const administer = (sql: string) => query(inject('postgresUrl'), sql);

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
