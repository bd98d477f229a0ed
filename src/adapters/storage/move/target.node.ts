import { Client } from 'pg';
import { DomainError } from '../../../domain/errors.ts';
import { unreachableDatabase } from '../engines/postgres-pool.node.ts';
import type { MovedRow, MovedTable } from './source.node.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/** The PostgreSQL database that is filled, on one connection. */
export interface MoveTarget {
  /** Throws `cannot-move` where the database belongs to another program, has run other migrations than the
   *  known ones, or holds a row. */
  refuseUnlessEmpty(known: readonly string[]): Promise<void>;
  migrations(): Promise<readonly string[]>;
  /** Begins the one transaction, with locks on these tables. Throws `cannot-move` where one of them holds a
   *  row, or where the database has other tables than these. */
  begin(tables: readonly MovedTable[]): Promise<void>;
  write(table: MovedTable, rows: readonly MovedRow[]): Promise<void>;
  count(table: MovedTable): Promise<number>;
  /** Collects statistics for the query planner. */
  measure(tables: readonly MovedTable[]): Promise<void>;
  commit(): Promise<void>;
  /** Closes the connection; an uncommitted transaction is lost. */
  close(): Promise<void>;
}

/** Opens the connection. Throws `unreachable`. */
export async function openMoveTarget(url: string): Promise<MoveTarget> {
  let client: Client | undefined;
  try {
    client = new Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      application_name: 'jalon-move',
    });
    // A connection can be lost between two statements; the next statement then reports it.
    client.on('error', () => {});
    await client.connect();
    return makeTarget(client);
  } catch (cause) {
    await client?.end().catch(() => {});
    throw unreachableDatabase(url, cause);
  }
}

function makeTarget(client: Client): MoveTarget {
  return {
    refuseUnlessEmpty: (known) => refuseUnlessEmpty(client, known),
    migrations: () => readMigrations(client),
    async begin(tables) {
      const names = tables.map(({ name }) => name);
      const other = (await readTables(client)).find((name) => !names.includes(name));
      if (other !== undefined) throw notOurs(other);
      await client.query('BEGIN');
      await client.query(`LOCK TABLE ${list(names)} IN ACCESS EXCLUSIVE MODE`);
      await refuseRows(client, names);
    },
    async write({ name, columns }, rows) {
      const into = `insert into ${quote(name)} (${list(columns)})`;
      const from = `select ${list(columns)} from json_populate_recordset(null::${quote(name)}, $1::json)`;
      await client.query(`${into} ${from}`, [JSON.stringify(rows)]);
    },
    count: ({ name }) => count(client, name),
    async measure(tables) {
      await client.query(`ANALYZE ${list(tables.map(({ name }) => name))}`);
    },
    async commit() {
      await client.query('COMMIT');
    },
    close: () => client.end(),
  };
}

async function refuseUnlessEmpty(client: Client, known: readonly string[]): Promise<void> {
  const tables = await readTables(client);
  if (!(await isMigrated(client))) {
    if (tables[0] !== undefined) throw notOurs(tables[0]);
    return;
  }
  const unknown = (await readMigrations(client)).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new DomainError('cannot-move', { because: 'newer', migrations: unknown });
  await refuseRows(client, tables);
}

async function refuseRows(client: Client, names: readonly string[]): Promise<void> {
  for (const table of names) {
    const rows = await count(client, table);
    if (rows > 0) throw new DomainError('cannot-move', { because: 'not-empty', table, rows });
  }
}

function notOurs(table: string): DomainError {
  return new DomainError('cannot-move', { because: 'not-ours', table });
}

async function count(client: Client, name: string): Promise<number> {
  return Number((await client.query(`select count(*) from ${quote(name)}`)).rows[0].count);
}

/** All tables except those that record migrations. */
async function readTables(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query(
    `select tablename from pg_tables where schemaname = current_schema()
       and tablename not in ('kysely_migration', 'kysely_migration_lock') order by tablename`,
  );
  return rows.map(({ tablename }) => String(tablename));
}

async function isMigrated(client: Client): Promise<boolean> {
  const { rows } = await client.query("select to_regclass('kysely_migration') is not null as migrated");
  return rows[0].migrated === true;
}

async function readMigrations(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query('select name from kysely_migration order by name collate "C"');
  return rows.map(({ name }) => String(name));
}

function list(names: readonly string[]): string {
  return names.map(quote).join(', ');
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
