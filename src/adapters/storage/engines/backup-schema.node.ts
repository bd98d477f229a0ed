import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DomainError } from '../../../domain/errors.ts';
import { isJoined, stoppedMidway } from './applied-migrations.ts';

/** A table, index, trigger or view of a database. */
interface SchemaObject {
  readonly type: string;
  readonly name: string;
  /** Its definition; null for the indexes that SQLite makes itself. */
  readonly sql: string | null;
}

export interface Examined {
  /** The name that a refusal states. */
  readonly name: string;
  readonly migrationsFolder: string;
}

/** Refuses a database with a trigger, view, table or index that the migrations on its list do not make, or
 *  make otherwise. A trigger could change what the service writes, and a view answer in a table's place. Only
 *  definitions and the list are read, since reading from a view may never end. Where migrating refuses the
 *  list itself, nothing is compared. Throws `foreign-backup`, `unreadable-file`. */
export function refuseUnknownSchema(database: Sqlite.Database, { name, migrationsFolder }: Examined): void {
  const found = readSchema(database);
  const strange = found.find((object) => !isPlain(object));
  if (strange) throw unknownSchemaError(name, 'object', strange);
  const tables = found.filter(({ type }) => type === 'table').map((table) => table.name);
  const applied = readList(database, tables);
  if (!applied) throw new DomainError('unreadable-file', { name, reason: 'no such table: kysely_migration' });
  const files = applied.filter((one) => !isJoined(one)).map((one) => join(migrationsFolder, one));
  if (stoppedMidway(applied, tables) || !files.every((file) => existsSync(file))) return;
  const ours = schemaOf(files);
  const known = new Set([...TABLES_OF_LISTS, ...ours].map(definition));
  const other = found.find((object) => !isOfEngine(object) && !known.has(definition(object)));
  if (other) throw unknownSchemaError(name, 'object', other);
  const there = new Set(found.map(labelled));
  const missing = ours.find((object) => !there.has(labelled(object)));
  if (missing) throw unknownSchemaError(name, 'missing', missing);
}

/** The migrations that the database has run; undefined if it has no list. */
function readList(database: Sqlite.Database, tables: readonly string[]): readonly string[] | undefined {
  const list = ['kysely_migration', 'd1_migrations'].find((table) => tables.includes(table));
  if (!list) return undefined;
  return database.prepare(`select name from ${list} order by name`).pluck().all().map(String);
}

const labelled = ({ type, name }: SchemaObject) => `${type} ${name}`;

function readSchema(database: Sqlite.Database): readonly SchemaObject[] {
  return database.prepare('select type, name, sql from sqlite_schema').all() as SchemaObject[];
}

/** The migrations are plain SQL, so their texts alone make the schema. */
function schemaOf(files: readonly string[]): readonly SchemaObject[] {
  const database = new Sqlite(':memory:');
  try {
    for (const file of files) database.exec(readFileSync(file, 'utf8'));
    return readSchema(database);
  } finally {
    database.close();
  }
}

/** The tables in which Kysely keeps its list. */
const TABLES_OF_LISTS: readonly SchemaObject[] = [
  {
    type: 'table',
    name: 'kysely_migration',
    sql: 'create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)',
  },
  {
    type: 'table',
    name: 'kysely_migration_lock',
    sql: 'create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null)',
  },
];

/** Whether it is a table or an index of rows: no trigger, no view, no table of a module. */
function isPlain({ type, sql }: SchemaObject): boolean {
  if (type === 'index') return sql === null || /^CREATE\s+(UNIQUE\s+)?INDEX\s/i.test(sql);
  return type === 'table' && /^CREATE\s+TABLE\s/i.test(sql ?? '');
}

/** Whether SQLite makes it itself, or it belongs to Cloudflare and is dropped when the database is adopted. */
function isOfEngine({ type, name, sql }: SchemaObject): boolean {
  if (type === 'index') return sql === null;
  return /^(sqlite_(sequence|stat[14])|d1_migrations|_cf_\w+)$/.test(name);
}

/** A definition without comments, quotation marks and the order of its columns: a column that an older
 *  migration added stands last, and in the text of the joined migrations it stands elsewhere. */
function definition({ type, name, sql }: SchemaObject): string {
  const text = (sql ?? '')
    .replace(/--[^\n]*/g, '')
    .replace(/["`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [begin, end] = [text.indexOf('('), text.lastIndexOf(')')];
  const head = text.slice(0, begin).trim().toLowerCase();
  const columns = type === 'table' ? splitAtCommas(text.slice(begin + 1, end)).toSorted() : [];
  return [type, name, head, ...columns, text.slice(type === 'table' ? end : begin)].join('\n');
}

/** The parts between the commas that stand in no parentheses. */
function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let begin = 0;
  for (const { index, 0: sign } of text.matchAll(/[(),]/g)) {
    if (sign !== ',') depth += sign === '(' ? 1 : -1;
    else if (depth === 0) {
      parts.push(text.slice(begin, index).trim());
      begin = index + 1;
    }
  }
  return [...parts, text.slice(begin).trim()];
}

function unknownSchemaError(name: string, because: 'object' | 'missing', object: SchemaObject): DomainError {
  return new DomainError('foreign-backup', { name, because, found: labelled(object) });
}
