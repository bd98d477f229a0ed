import type Sqlite from 'better-sqlite3';

/** More than the statements of the application. A statement made of other parts each time must not fill the
 *  memory. */
const MOST_KEPT = 500;

/** Prepares each statement once, as long as few enough others came after it. Preparing takes several times as
 *  long as reading a row by its key. */
export function makePreparer(connection: Sqlite.Database): (sql: string) => Sqlite.Statement {
  const kept = new Map<string, Sqlite.Statement>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    const [oldest] = kept.size < MOST_KEPT ? [] : kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(sql, statement);
    return statement;
  };
}
