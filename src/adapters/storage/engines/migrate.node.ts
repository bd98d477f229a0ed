import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Tables } from '../tables/tables.ts';

export interface Migrations {
  /** Folder of the `*.sql` files. */
  readonly folder: string;
  /** What the engine wants written otherwise. */
  readonly adapt?: (text: string) => string;
}

/** Runs every migration of the folder that the database has not seen, by name. Returns the names of those it ran.
 *  The caller holds whatever lock and transaction its engine needs. */
export async function migrateToLatest(
  db: Kysely<Tables>,
  migrations: Migrations,
): Promise<readonly string[]> {
  const { error, results = [] } = await makeMigrator(db, migrations).migrateToLatest();
  if (error) throw error;
  return results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}

/** Names of the migrations that the database has not seen. Writes nothing. */
export async function pendingMigrations(
  db: Kysely<Tables>,
  migrations: Migrations,
): Promise<readonly string[]> {
  const all = await makeMigrator(db, migrations).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function makeMigrator(db: Kysely<Tables>, migrations: Migrations): Migrator {
  const provider: MigrationProvider = { getMigrations: () => readMigrations(migrations) };
  return new Migrator({ db, provider });
}

/** The same files that wrangler applies to D1. */
async function readMigrations({
  folder,
  adapt = (text) => text,
}: Migrations): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const entries = names.map(async (name) => [
    name,
    toMigration(adapt(await readFile(join(folder, name), 'utf8'))),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

function toMigration(text: string): Migration {
  const statements = text
    .split(/;[ \t]*(?:\r?\n|$)/)
    .filter((statement) => statement.replace(/--.*$/gm, '').trim() !== '');
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
