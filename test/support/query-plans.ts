import type SqliteDatabase from 'better-sqlite3';
import Database from 'better-sqlite3';
import { Client } from 'pg';

/** Statements of the store, and how an engine would run them. */
export interface SentStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Records every statement that pg and better-sqlite3 run in this process, with the parameters that pg sent last. */
export function recordStatements() {
  const statements = new Map<string, SentStatement>();
  const { query } = Client.prototype;
  const { prepare } = Database.prototype;
  Client.prototype.query = function recorded(this: Client, ...sent: unknown[]) {
    const [sql, parameters] = sent;
    if (typeof sql === 'string' && Array.isArray(parameters)) statements.set(sql, { sql, parameters });
    return Reflect.apply(query, this, sent);
  } as typeof query;
  Database.prototype.prepare = function recorded(this: SqliteDatabase.Database, sql: string) {
    statements.set(sql, { sql, parameters: [] });
    return Reflect.apply(prepare, this, [sql]);
  } as typeof prepare;
  return {
    statements,
    stop: () => {
      Client.prototype.query = query;
      Database.prototype.prepare = prepare;
    },
  };
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isKey: boolean;
}

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type, exists (
    select 1 from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f') and a.attnum = any(k.conkey)
    union all
    select 1 where a.attname ~ '(^|_)(id|uai|reference|code|email|address)$'
    union all
    select 1 from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey::smallint[])
  ) as "isKey"
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely%'
  order by 1, a.attnum`;

/** Copies the rows of every table until it has at least `least`, each time with other keys, so that the copies of two
 *  tables refer to each other as their originals do. An empty table gets invented rows. The rows obey no rule of the
 *  store: only the planner looks at them. */
export async function multiplyRows(client: Client, least: number, except: readonly string[]): Promise<void> {
  await client.query('set session_replication_role = replica');
  const checks = await client.query<{ readonly sql: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql from pg_constraint
     where contype = 'c' and connamespace = 'public'::regnamespace`,
  );
  for (const { sql } of checks.rows) await client.query(sql);
  const { rows } = await client.query<Column>(COLUMNS);
  for (const [table, columns] of Map.groupBy(rows, (column) => column.table)) {
    if (except.includes(table)) continue;
    const { rows: counted } = await client.query<{ readonly count: number }>(
      `select count(*)::int as count from "${table}"`,
    );
    const count = counted[0]?.count ?? 0;
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const source =
      count > 0
        ? `"${table}", generate_series(1, ${Math.ceil(least / count)}) as g`
        : `generate_series(1, ${least}) as g`;
    const values = columns.map((column) => (count > 0 ? copied(column) : invented(column)));
    await client.query(
      `insert into "${table}" (${names}) select ${values.join(', ')} from ${source} on conflict do nothing`,
    );
  }
  await client.query('set session_replication_role = origin');
  await client.query('analyze');
}

function copied({ table, name, type, isKey }: Column): string {
  const column = `"${table}"."${name}"`;
  if (!isKey) return column;
  return type === 'text' ? `md5(${column} || g)` : `${column} + g * 100003`;
}

function invented({ name, type }: Column): string {
  if (type === 'text') return `'${name}' || g`;
  if (type === 'bytea') return `decode(md5(g::text), 'hex')`;
  return type.startsWith('json') ? `'{}'` : 'g';
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** As many ids as a page has of one person or school. For most of a table's rows, a scan is the right plan. */
const LIST_LENGTH = 2;

/** The tables that PostgreSQL would read from end to end for this statement. */
export async function scannedByPostgres(
  client: Client,
  { sql, parameters }: SentStatement,
): Promise<readonly string[]> {
  const short = parameters.map((value) => (Array.isArray(value) ? value.slice(0, LIST_LENGTH) : value));
  const { rows } = await client.query(`explain (format json) ${sql}`, short);
  return scannedIn((rows[0] as { 'QUERY PLAN': [{ Plan: Plan }] })['QUERY PLAN'][0].Plan);
}

function scannedIn(plan: Plan): readonly string[] {
  const own = plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] ? [plan['Relation Name']] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scannedIn)];
}

/** The tables that SQLite would read from end to end for this statement. Reading in the order of an index may end
 *  early, so it does not count unless `orWhole`; an index of a part of the rows, such as the open ones, never does. */
export function scannedBySqlite(
  database: SqliteDatabase.Database,
  { sql }: SentStatement,
  orWhole = false,
): readonly string[] {
  const names = (which: string) =>
    new Set(database.prepare<[], string>(`select name from sqlite_master where ${which}`).pluck().all());
  const tables = names("type = 'table'");
  const partial = names("type = 'index' and sql like '% where %'");
  const placeholders = sql.replace(/'[^']*'/g, '').split('?').length - 1;
  const steps = database.prepare<null[], { readonly detail: string }>(`explain query plan ${sql}`);
  return steps.all(...Array.from({ length: placeholders }, () => null)).flatMap(({ detail }) => {
    const [, table = '', index] = /^SCAN (\S+)(?: USING (?:COVERING )?INDEX (\S+))?/.exec(detail) ?? [];
    const isWhole = index === undefined || (orWhole && !partial.has(index));
    return tables.has(table) && isWhole ? [table] : [];
  });
}
