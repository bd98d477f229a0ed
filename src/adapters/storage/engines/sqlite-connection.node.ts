import { chmodSync, existsSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { makeFolderOf, makePrivateFile } from './private-files.node.ts';
import { patiently } from './sqlite-dialect.node.ts';
import { toUnusable } from './sqlite-errors.node.ts';

/** The size of the pages that SQLite keeps in memory. SQLite takes this memory only as it needs it. */
const CACHE_KIBIBYTES = 16_384;
/** SQLite copies the write-ahead log into the file once it has this many pages of 4 KiB. */
const CHECKPOINT_PAGES = 4000;

export interface ConnectOptions {
  readonly file: string;
  readonly patienceMilliseconds: number;
}

/** Opens the file, and makes its folder where it is missing. A new file is private from its first byte.
 *  Throws `database-unusable`. */
export async function connect(options: ConnectOptions): Promise<Sqlite.Database> {
  const { file, patienceMilliseconds } = options;
  try {
    if (!existsSync(file)) {
      await makeFolderOf(file);
      makePrivateFile(file);
    }
    return await patiently(patienceMilliseconds, () => openOnce(options));
  } catch (error) {
    throw toUnusable(error, file);
  }
}

/** The file holds names and addresses, so only its owner may read it. */
function restrictToOwner(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && (found.mode & 0o077) !== 0) chmodSync(path, 0o600);
  }
}

function openOnce({ file }: ConnectOptions): Sqlite.Database {
  // SQLite itself must not wait, because that would block the whole process; `patiently` waits in its place.
  const connection = new Sqlite(file, { timeout: 0 });
  try {
    refuseOthers(connection);
    restrictToOwner(file);
    connection.pragma('journal_mode = WAL');
    connection.pragma('foreign_keys = ON');
    // Erased data is overwritten, not only unlinked (RGPD, art. 17).
    connection.pragma('secure_delete = ON');
    // FULL: an issued badge must survive a power cut, or its index could be given to another badge.
    connection.pragma('synchronous = FULL');
    // Keys of people are random, so an import touches pages all over the file. By default SQLite keeps only 2
    // MB of them, and reads the others again and again.
    connection.pragma(`cache_size = ${-CACHE_KIBIBYTES}`);
    // An import changes the same pages in many commits, so a long log saves copies into the file.
    connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Throws where the database belongs to another program. This check comes before the file's mode or its first
 *  page is changed. */
function refuseOthers(connection: Sqlite.Database): void {
  const tables = connection.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
  const isOurs = tables.some((name) => name === 'kysely_migration' || name === 'd1_migrations');
  if (tables.length > 0 && !isOurs) throw new Sqlite.SqliteError('no table of ours', 'SQLITE_NOTADB');
}
