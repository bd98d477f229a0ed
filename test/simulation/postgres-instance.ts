import { Client } from 'pg';
import { migratePostgres, openPostgresStore } from '../../src/adapters/storage/engines/postgres.node.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import type { Place, Row } from './sqlite-instance.ts';

let made = 0;

/** A database of this server, whose clock is not that of the life. */
export async function makePostgresPlace(server: string): Promise<Place> {
  made += 1;
  const name = `life_${process.pid}_${made}`;
  const copy = `${name}_copy`;
  const saved: string[] = [];
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
    open: () => openPostgresStore({ url, migrationsFolder: MIGRATIONS, migrating: 'if-new' }),
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
      for (const one of [name, copy, ...saved])
        await administer(server, `DROP DATABASE IF EXISTS ${one} WITH (FORCE)`);
    },
  };
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
