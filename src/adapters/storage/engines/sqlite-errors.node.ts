import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DomainError } from '../../../domain/errors.ts';

/** Where less space than this is left, an input/output error is reported as a full disk. */
const FULL_BELOW_BYTES = 1024 * 1024;

/** The reasons why a database cannot be used; `errors` has a sentence for each, which says what to do. */
type Because =
  | 'locked'
  | 'read-only'
  | 'full'
  | 'damaged'
  | 'not-a-database'
  | 'moved'
  | 'cannot-open'
  | 'disk';

/** Whether another connection holds the lock that this one needs. */
export function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
}

/** The refusal `database-unusable` where the file or its disk is the cause; any other error as it is. */
export function toUnusable(error: unknown, file: string): unknown {
  const because = becauseOf(error, file);
  return because ? new DomainError('database-unusable', { because, file }, { cause: error }) : error;
}

/** The same refusal while the service runs: `unavailable` tells the client nothing of the file, and its cause
 *  tells the operator everything. */
export function toUnavailable(error: unknown, file: string): unknown {
  const unusable = toUnusable(error, file);
  const isUnusable = unusable instanceof DomainError && unusable.code === 'database-unusable';
  return isUnusable ? new DomainError('unavailable', {}, { cause: unusable }) : error;
}

function becauseOf(error: unknown, file: string): Because | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error instanceof Sqlite.SqliteError
    ? becauseOfSqlite(error.code, file)
    : becauseOfSystem(error.code);
}

/** https://www.sqlite.org/rescode.html */
function becauseOfSqlite(code: string, file: string): Because | undefined {
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return 'locked';
  if (code === 'SQLITE_READONLY_DBMOVED') return 'moved';
  if (code.startsWith('SQLITE_READONLY')) return 'read-only';
  if (code === 'SQLITE_FULL') return 'full';
  if (code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  if (code === 'SQLITE_NOTADB') return 'not-a-database';
  // The file exists but cannot be opened: SQLite cannot make its companion files next to it.
  if (code.startsWith('SQLITE_CANTOPEN')) return existsSync(file) ? 'read-only' : 'cannot-open';
  if (code.startsWith('SQLITE_IOERR')) return isFull(file) ? 'full' : 'disk';
  return undefined;
}

function becauseOfSystem(code: string): Because | undefined {
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'read-only';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT') return 'cannot-open';
  return code === 'EIO' ? 'disk' : undefined;
}

function isFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(resolve(file)));
    return bavail * bsize < FULL_BELOW_BYTES;
  } catch {
    return false;
  }
}
