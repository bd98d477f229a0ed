import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { migratePostgres, openPostgresStore } from '../../src/adapters/storage/engines/postgres.node.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { copyPreviousMigrations } from './previous-version.ts';
import type { Place, Row } from './sqlite-instance.ts';

/** How long a commit waits for a lock. */
const LOCK_TIMEOUT_MS = 1500;

/** The states of the keys are read from PostgreSQL once a second at most. */
const KEY_CHECK_MS = 1100;

let made = 0;

/** A database of this server, whose clock is not that of the life. */
export async function makePostgresPlace(server: string): Promise<Place> {
  made += 1;
  const name = `life_${process.pid}_${made}`;
  const copy = `${name}_copy`;
  const saved: string[] = [];
  const previous = copyPreviousMigrations(mkdtempSync(join(tmpdir(), 'jalon-previous-')));
  const url = urlOf(server, name);
  let reader: Client | undefined;
  let hasCopy = false;
  const read = async () => {
    if (reader) return reader;
    reader = new Client({ connectionString: url });
    await reader.connect();
    return reader;
  };
  const letGo = async () => {
    await reader?.end();
    reader = undefined;
  };
  const copyTo = async (from: string, to: string) => {
    await letGo();
    await administer(server, `DROP DATABASE IF EXISTS ${to} WITH (FORCE)`);
    await administer(server, `CREATE DATABASE ${to} TEMPLATE ${from}`);
  };
  await administer(server, `CREATE DATABASE ${name}`);
  await migratePostgres({ url, migrationsFolder: MIGRATIONS });
  const ask = async (sql: string) => (await (await read()).query(sql)).rows as readonly Row[];
  return {
    trustsClock: true,
    open: () =>
      openPostgresStore({
        ...{ url, migrationsFolder: MIGRATIONS, migrating: 'if-new' },
        patienceMilliseconds: LOCK_TIMEOUT_MS,
      }),
    waitForKeys: () => wait(KEY_CHECK_MS),
    openPrevious: () => openPostgresStore({ url, migrationsFolder: previous }),
    spoilDisk: (failure) => (failure === 'disk-full' ? fillDisk(url) : lockTables(url)),
    ask,
    tables: async () =>
      (
        await ask(
          "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%' order by 1",
        )
      ).map((row) => String(row['name'])),
    backUp: async () => {
      await copyTo(name, copy);
      hasCopy = true;
    },
    restore: async () => {
      if (hasCopy) await copyTo(copy, name);
      return hasCopy;
    },
    save: async () => {
      const one = `${name}_${saved.length}`;
      await copyTo(name, one);
      saved.push(one);
      return () => copyTo(one, name);
    },
    remove: async () => {
      await letGo();
      rmSync(previous, { recursive: true, force: true });
      for (const one of [name, copy, ...saved])
        await administer(server, `DROP DATABASE IF EXISTS ${one} WITH (FORCE)`);
    },
  };
}

/** Makes each line of the audit fail as on a full disk. */
async function fillDisk(url: string): Promise<() => Promise<void>> {
  await administer(
    url,
    `CREATE OR REPLACE FUNCTION fill_disk() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$`,
  );
  await administer(
    url,
    'CREATE TRIGGER full_disk BEFORE INSERT ON audit FOR EACH STATEMENT EXECUTE FUNCTION fill_disk()',
  );
  return () => administer(url, 'DROP TRIGGER full_disk ON audit; DROP FUNCTION fill_disk()');
}

/** Holds the lock of all lines of the audit. */
async function lockTables(url: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE audit IN EXCLUSIVE MODE');
  return () => client.end();
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
