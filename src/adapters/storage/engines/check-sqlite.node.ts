import Sqlite from 'better-sqlite3';
import type { CheckedPage } from '../../../application/store/invariant-reader.ts';
import type { EngineInvariant } from '../../../domain/integrity/invariant.ts';
import { type Broken, toBroken, toCheckedPage } from './integrity-report.ts';
import { toUnavailable } from './sqlite-errors.node.ts';

/** What SQLite says of a file, over a connection of its own that only reads. It reads every page of the file and
 *  holds its thread in the meantime, so a service has it done in another one. Throws `unavailable` where the file
 *  cannot be read at all. */
export function checkSqliteFile(file: string, of: EngineInvariant): CheckedPage {
  try {
    const connection = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 10_000 });
    try {
      return of === 'file-sound' ? checkPages(connection) : checkReferences(connection);
    } finally {
      connection.close();
    }
  } catch (error) {
    throw toUnavailable(error, file);
  }
}

/** Every page, every index against its table, and the constraints of every row. */
function checkPages(connection: Sqlite.Database): CheckedPage {
  const looked = Number(connection.pragma('page_count', { simple: true }));
  try {
    const stated = connection.prepare('pragma integrity_check').pluck().all().map(String);
    return toCheckedPage(looked, stated[0] === 'ok' ? [] : stated.map((subject) => ({ subject })));
  } catch (error) {
    // SQLite gives up where it cannot follow the pages any further.
    if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_CORRUPT')) throw error;
    return toCheckedPage(looked, [{ subject: error.message }]);
  }
}

function checkReferences(connection: Sqlite.Database): CheckedPage {
  const tables = connection.prepare("select count(*) from sqlite_schema where type = 'table'").pluck().get();
  return toCheckedPage(Number(tables), toBroken(connection.pragma('foreign_key_check') as readonly Broken[]));
}
