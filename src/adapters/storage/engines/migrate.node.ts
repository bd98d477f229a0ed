import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { DomainError } from '../../../domain/errors.ts';
import type { Tables } from '../mapping/tables.ts';
import { forgetJoined, isJoined, readApplied } from './applied-migrations.ts';

export interface Migrations {
  /** Folder of the `*.sql` files. */
  readonly folder: string;
  /** Adapts the SQL to the engine. */
  readonly adapt?: (text: string) => string;
}

/** Runs, by name, every migration of the folder that the database does not have. Returns the names of those
 *  it ran. The caller holds the lock and the transaction that its engine needs. */
export async function migrateToLatest(
  db: Kysely<Tables>,
  migrations: Migrations,
): Promise<readonly string[]> {
  const { error, results = [] } = await makeMigrator(db, migrations).migrateToLatest();
  if (error) throw error;
  return results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}

/** Whether a database in use may be migrated. `if-new` migrates only an empty database, because another
 *  process may be using it and its operator needs a backup first. */
export type Migrating = 'always' | 'if-new';

/** Names of the migrations that the database does not have. It changes at most the list of a database from
 *  before the migrations were joined. Throws `development-database`, `newer-database`, and
 *  `migrations-pending` where they may not run without being asked for; nothing is written then. */
export async function planMigrations(
  db: Kysely<Tables>,
  migrations: Migrations,
  migrating: Migrating = 'always',
): Promise<readonly string[]> {
  const all = await makeMigrator(db, migrations).getMigrations();
  const applied = await readApplied(db);
  refuseUnknown(
    applied.filter((name) => !isJoined(name)),
    all.map(({ name }) => name),
  );
  const pending = all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
  if (pending.length > 0 && applied.length > 0 && migrating === 'if-new') {
    throw new DomainError('migrations-pending', { migrations: pending });
  }
  if (applied.some(isJoined)) await forgetJoined(db);
  return pending;
}

function refuseUnknown(applied: readonly string[], known: readonly string[]): void {
  const migrations = applied.filter((name) => !known.includes(name));
  if (migrations.length > 0) throw new DomainError('newer-database', { migrations });
}

function makeMigrator(db: Kysely<Tables>, migrations: Migrations): Migrator {
  const provider: MigrationProvider = { getMigrations: () => readMigrations(migrations) };
  return new Migrator({ db, provider });
}

/** Reads the same files that wrangler applies to D1. */
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
