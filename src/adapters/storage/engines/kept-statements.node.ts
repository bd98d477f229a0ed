import type Sqlite from 'better-sqlite3';

/** Beyond this number, all statements are dropped: most are rare searches, and the frequent ones are soon
 *  prepared again. */
const MOST_KEPT = 500;

/** Prepares each statement of a connection once. Preparing takes longer than most of our queries. */
export function keepStatements(connection: Sqlite.Database): (sql: string) => Sqlite.Statement {
  const kept = new Map<string, Sqlite.Statement>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const statement = connection.prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
}
