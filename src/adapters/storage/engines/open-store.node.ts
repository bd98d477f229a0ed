import type { Store } from '../../../application/ports.ts';
import { migratePostgres, openPostgresStore } from './postgres.node.ts';
import { migrateDatabaseFile, openSqliteStore } from './sqlite.node.ts';

/** A SQLite file, or PostgreSQL by its address. */
export type Database = { readonly file: string } | { readonly postgresUrl: string };

/** Opens the store on the engine that the database names, migrated. */
export function openStore(database: Database, migrationsFolder: string): Promise<Store> {
  return 'file' in database
    ? openSqliteStore({ file: database.file, migrationsFolder })
    : openPostgresStore({ url: database.postgresUrl, migrationsFolder });
}

/** Brings the database to the newest shape. Returns the names of the migrations that ran. */
export function migrate(database: Database, migrationsFolder: string): Promise<readonly string[]> {
  return 'file' in database
    ? migrateDatabaseFile({ file: database.file, migrationsFolder })
    : migratePostgres({ url: database.postgresUrl, migrationsFolder });
}
