import type Sqlite from 'better-sqlite3';

/** Turns a database that wrangler made and D1 exported into one of ours. It copies the list of applied
 *  migrations to Kysely's own table and removes Cloudflare's tables. Another database stays as it is. */
export function adoptD1(connection: Sqlite.Database): void {
  const tables = connection
    .prepare("select name from sqlite_schema where type = 'table'")
    .pluck()
    .all() as readonly string[];
  if (!tables.includes('d1_migrations') || tables.includes('kysely_migration')) return;
  const ofCloudflare = tables.filter((name) => name === 'd1_migrations' || name.startsWith('_cf_'));
  connection
    .transaction(() => {
      connection.exec(`
        create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
        create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null);
        insert into kysely_migration_lock values ('migration_lock', 0);
        insert into kysely_migration select name, replace(applied_at, ' ', 'T') || 'Z' from d1_migrations;
      `);
      for (const name of ofCloudflare) connection.exec(`drop table "${name}"`);
    })
    .immediate();
}
