import type { Store } from '../../../application/ports.ts';
import { migratePostgres, openPostgresStore, type PostgresOptions } from './postgres.node.ts';
import { migrateDatabaseFile, openSqliteStore, type SqliteOptions } from './sqlite.node.ts';

/** The path of a SQLite file, or the address of a PostgreSQL database. */
export type Database = { readonly file: string } | { readonly postgresUrl: string };

export type OpenOptions = Omit<SqliteOptions, 'file'> & Pick<PostgresOptions, 'listening' | 'currentAction'>;

/** Opens the store on the engine of this database, and migrates it. */
export function openStore(database: Database, options: OpenOptions): Promise<Store> {
  return 'file' in database
    ? openSqliteStore({ ...options, file: database.file })
    : openPostgresStore({ ...options, url: database.postgresUrl });
}

/** Migrates the database. Returns the names of the migrations that ran. */
export function migrate(database: Database, migrationsFolder: string): Promise<readonly string[]> {
  return 'file' in database
    ? migrateDatabaseFile({ file: database.file, migrationsFolder })
    : migratePostgres({ url: database.postgresUrl, migrationsFolder });
}
