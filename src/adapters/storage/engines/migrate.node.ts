import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { DomainError } from '../../../domain/errors.ts';
import type { Tables } from '../tables/tables.ts';

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

/** Names of the migrations that the database does not have. It writes nothing. Throws like `refuseUnknown`,
 *  and `migrations-pending` where they may not run without being asked for. */
export async function planMigrations(
  db: Kysely<Tables>,
  migrations: Migrations,
  migrating: Migrating = 'always',
): Promise<readonly string[]> {
  const all = await makeMigrator(db, migrations).getMigrations();
  const seen = await readSeen(db);
  refuseUnknown(
    seen,
    all.map(({ name }) => name),
  );
  const pending = all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
  if (pending.length > 0 && seen.length > 0 && migrating === 'if-new') {
    throw new DomainError('migrations-pending', { migrations: pending });
  }
  return pending;
}

/** During development every change was a migration of its own; the second one identifies a database of that
 *  time. */
const OF_DEVELOPMENT = '0002_claims_and_outbox.sql';

/** Throws where the database has migrations that this version does not know: `newer-database`, or
 *  `development-database` where a version before the first release made it. */
export function refuseUnknown(seen: readonly string[], known: readonly string[]): void {
  const migrations = seen.filter((name) => !known.includes(name));
  if (migrations.length === 0) return;
  if (migrations.includes(OF_DEVELOPMENT)) throw new DomainError('development-database');
  throw new DomainError('newer-database', { migrations });
}

async function readSeen(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
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
