import Sqlite from 'better-sqlite3';

/** The statements that D1 exports for a database, in its order and its notation. */
export function exportSql(file: string): readonly string[] {
  const database = new Sqlite(file, { readonly: true });
  const rows = (sql: string) => database.prepare(sql).raw().all() as (string | number | null)[][];
  const tables = rows("select name, sql from sqlite_schema where type = 'table' and sql is not null");
  const indexes = rows("select sql from sqlite_schema where type = 'index' and sql is not null");
  const statements = tables.flatMap(([name, sql]) => {
    const columns = rows(`select name from pragma_table_info('${name}')`).map((row) => `"${row[0]}"`);
    const inserts = rows(`select * from "${name}"`).map(
      (row) => `INSERT INTO "${name}" (${columns.join(',')}) VALUES(${row.map(toCell).join(',')});`,
    );
    return [`${sql};`, ...inserts];
  });
  database.close();
  return ['PRAGMA defer_foreign_keys=TRUE;', ...statements, ...indexes.map(([sql]) => `${sql};`)];
}

function toCell(value: string | number | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  const quoted = `'${value.replaceAll("'", "''").replaceAll('\n', '\\n')}'`;
  return value.includes('\n') ? `replace(${quoted},'\\n',char(10))` : quoted;
}
