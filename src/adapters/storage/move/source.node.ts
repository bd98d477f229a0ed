import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { DomainError } from '../../../domain/errors.ts';

/** A table in the database that is moved. */
export interface MovedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export type MovedRow = Readonly<Record<string, string | number | null>>;

/** A SQLite database as it is at one moment. */
export interface MoveSource {
  /** Every table, each after the tables that it refers to. */
  readonly tables: readonly MovedTable[];
  /** Names of the migrations that have run, sorted. */
  readonly migrations: readonly string[];
  read(table: MovedTable): Iterable<readonly MovedRow[]>;
  /** Where the source was moved before; undefined if it was not. */
  readonly movedTo?: string | undefined;
  /** Marks the frozen source as moved. Later commits there are refused. */
  mark(movedTo: string): void;
  /** Stops all writing until the source is closed. Says whether the database has changed since it was opened:
   *  such changes are missing from the rows that were read. */
  freeze(): { readonly hasChanged: boolean };
  close(): void;
}

/** Both limit the memory used, whatever the size of the table. */
const BATCH_ROWS = 1_000;
const BATCH_CHARACTERS = 4_000_000;
const BUSY_TIMEOUT_MS = 10_000;

/** Opens a read-only snapshot of the file. Throws `unreadable-file`. */
export function openMoveSource(file: string): MoveSource {
  const watcher = openChecked(file);
  const version = () => watcher.pragma('data_version', { simple: true });
  const opened = version();
  const snapshot = new Sqlite(file, { readonly: true });
  snapshot.exec('BEGIN');
  let writer: Sqlite.Database | undefined;
  const tables = inOrderOfReference(snapshot, namesOfTables(snapshot));
  return {
    tables: tables.map((name) => describeTable(snapshot, name)),
    migrations: snapshot.prepare('select name from kysely_migration order by name').pluck().all() as string[],
    movedTo: readMark(snapshot),
    mark: (movedTo) => {
      writer?.prepare(MARK).run(movedTo);
      writer?.exec('COMMIT');
    },
    read: (table) => readBatches(snapshot, table),
    freeze: () => {
      writer = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
      writer.exec('BEGIN IMMEDIATE');
      return { hasChanged: version() !== opened };
    },
    close() {
      writer?.close();
      snapshot.close();
      watcher.close();
    },
  };
}

const MARK = `insert into life (id, home, mark, marked_at, moved_to) values (1, '', '', '', ?)
  on conflict (id) do update set moved_to = excluded.moved_to`;

function readMark(database: Sqlite.Database): string | undefined {
  return database.prepare<[], string>('select moved_to from life where moved_to is not null').pluck().get();
}

/** Takes the mark of `move` back, after a rehearsal: the file may be written again. Says whether there was one.
 *  Throws `unreadable-file`. */
export function takeMarkBack(file: string): boolean {
  if (!existsSync(file)) throw unreadable(file, 'no such file');
  const connection = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    const isMarked = readMark(connection) !== undefined;
    // A database that has lived no day has no row but that of the mark.
    connection.exec("delete from life where home = '' and moved_to is not null");
    connection.exec('update life set moved_to = null');
    return isMarked;
  } finally {
    connection.close();
  }
}

function openChecked(file: string): Sqlite.Database {
  if (!existsSync(file)) throw unreadable(file, 'no such file');
  const connection = new Sqlite(file, { readonly: true });
  try {
    const damage = connection.pragma('integrity_check', { simple: true });
    if (damage !== 'ok') throw new Error(String(damage));
    return connection;
  } catch (cause) {
    connection.close();
    throw unreadable(file, cause instanceof Error ? cause.message : String(cause));
  }
}

function unreadable(name: string, reason: string): DomainError {
  return new DomainError('unreadable-file', { name, reason });
}

/** The database itself lists its tables, so a table that a migration adds needs no line here. */
function namesOfTables(database: Sqlite.Database): readonly string[] {
  const query = `select name from sqlite_schema where type = 'table'
    and name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\' order by name`;
  return database.prepare(query).pluck().all() as string[];
}

function inOrderOfReference(database: Sqlite.Database, names: readonly string[]): readonly string[] {
  const waiting = new Map(names.map((name) => [name, referredTo(database, name)]));
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].find(([, others]) => others.every((other) => !waiting.has(other)))?.[0];
    if (free === undefined) throw new Error(`these tables refer to each other: ${[...waiting.keys()]}`);
    ordered.push(free);
    waiting.delete(free);
  }
  return ordered;
}

function referredTo(database: Sqlite.Database, name: string): readonly string[] {
  const parents = database.prepare('select "table" from pragma_foreign_key_list(?)').pluck().all(name);
  return (parents as string[]).filter((parent) => parent !== name);
}

function describeTable(database: Sqlite.Database, name: string): MovedTable {
  const columns = database.prepare('select name from pragma_table_info(?)').pluck().all(name) as string[];
  const rows = database.prepare(`select count(*) from "${name}"`).pluck().get() as number;
  return { name, columns, rows };
}

function* readBatches(
  database: Sqlite.Database,
  { name, columns }: MovedTable,
): Generator<readonly MovedRow[]> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  let batch: MovedRow[] = [];
  let characters = 0;
  for (const row of database.prepare<[], MovedRow>(`select ${list} from "${name}"`).iterate()) {
    batch.push(row);
    characters += lengthOf(row);
    if (batch.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

function lengthOf(row: MovedRow): number {
  return Object.values(row).reduce<number>((sum, value) => sum + String(value).length, 0);
}
