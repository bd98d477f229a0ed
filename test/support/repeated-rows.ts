import Sqlite from 'better-sqlite3';

type Row = Readonly<Record<string, unknown>>;

/** The order in which the copies of a row are inserted: not that of their keys. */
const COPIES = [4, 1, 6, 2, 7, 3, 5];
/** From this copy on, names and instants come before those of the first copies, against the order of the keys. */
const EARLIER_FROM = 5;
/** Columns by which lists are sorted before their key. */
const SORTED_BY = /(^|_)(at|on)$|^(valid_from|folded_name|commune)$/;
/** Tables that are chains or counters, or whose rows the service has once. */
const SINGLE = /^(kysely_|sqlite_|log_|audit_|life$|lived_day$|premise$|retention_hold$|public_key$)/;

/** Which rows are copied: the first one that meets each condition in SQL. `differs` is the column that makes the copies
 *  unique; by default the last one of the key. */
export interface Template {
  readonly where: readonly string[];
  readonly differs?: string;
}

/** Writes seven copies of a row into each table that has a row, all with equal names and instants in two groups.
 *  A copy refers to the copies of what its row refers to. `before` and `after` are SQL to run first and last. */
export function repeatRows(
  file: string,
  {
    templates,
    before,
    after,
  }: {
    readonly templates: Readonly<Record<string, Template>>;
    readonly before: string;
    readonly after: string;
  },
): void {
  const db = new Sqlite(file);
  db.pragma('foreign_keys = off');
  db.pragma('ignore_check_constraints = on');
  db.exec(before);
  const names = db.prepare(TABLES).pluck().all() as readonly string[];
  const rows = new Map<string, readonly Row[]>();
  for (const name of names.filter((one) => !SINGLE.test(one))) {
    const conditions = templates[name]?.where ?? ['1 = 1'];
    const found = conditions.map((where) =>
      db.prepare(`select * from "${name}" where ${where} limit 1`).get(),
    );
    rows.set(
      name,
      found.flatMap((row) => (row ? [row as Row] : [])),
    );
  }
  for (const [name, originals] of rows)
    for (const row of originals) {
      const columns = Object.keys(row);
      const marks = columns.map(() => '?').join(', ');
      const insert = db.prepare(`insert into "${name}" (${columns.join(', ')}) values (${marks})`);
      const differs = differingColumns(db, { name, row }, rows, templates[name]?.differs);
      for (const copy of COPIES)
        insert.run(...columns.map((column) => copiedValue(column, row[column], differs.has(column), copy)));
    }
  db.exec(after);
  db.close();
}

const TABLES = "select name from sqlite_schema where type = 'table'";

/** The columns that refer to a repeated row, and those that keep each copy unique. */
function differingColumns(
  db: Sqlite.Database,
  { name, row }: { readonly name: string; readonly row: Row },
  rows: ReadonlyMap<string, readonly Row[]>,
  chosen: string | undefined,
): ReadonlySet<string> {
  const all = (sql: string) => db.prepare(sql).all(name) as readonly Record<string, string>[];
  const references = all('select "from", "table", "to" from pragma_foreign_key_list(?)');
  const isRepeated = ({ from = '', table = '', to = '' }: Record<string, string>) =>
    COPIED.has(table) && rows.get(table)?.some((one) => one[to] === row[from]);
  const differs = new Set(references.filter(isRepeated).map(({ from = '' }) => from));
  if (chosen) differs.add(chosen);
  const keys = all('select name from pragma_table_info(?) where pk > 0').map((one) => one['name'] ?? '');
  const indexes = all('select name from pragma_index_list(?) where "unique" = 1').map((index) =>
    db.prepare('select name from pragma_index_info(?)').pluck().all(index['name']),
  );
  for (const columns of [keys, ...indexes] as readonly (readonly string[])[]) {
    if (columns.some((column) => differs.has(column))) continue;
    const last = columns.filter((column) => (row[column] ?? null) !== null).at(-1);
    if (last) differs.add(last);
  }
  return differs;
}

/** The tables to whose copies other copies refer. */
const COPIED = new Set(['person', 'establishment', 'engagement', 'award', 'credential']);

function copiedValue(column: string, value: unknown, differs: boolean, copy: number): unknown {
  if (value === null) return null;
  if (differs) return typeof value === 'number' ? value + copy * 1000 : copiedKey(String(value), copy);
  return SORTED_BY.test(column) && copy >= EARLIER_FROM ? earlier(String(value)) : value;
}

/** A UUID remains one, because ids of other tables contain it. */
function copiedKey(key: string, copy: number): string {
  return /^[0-9a-f]{8}-/.test(key) ? `f0f${copy}${key.slice(4)}` : `${key}~${copy}`;
}

/** The day before, or a name that comes before. */
function earlier(value: string): string {
  if (!/^\d{4}-\d\d-\d\d/.test(value)) return `0 ${value}`;
  const day = new Date(Date.parse(value.slice(0, 10)) - 86_400_000).toISOString().slice(0, 10);
  return `${day}${value.slice(10)}`;
}
