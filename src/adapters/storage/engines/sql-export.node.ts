import type { FileHandle } from 'node:fs/promises';
import { constants, DatabaseSync } from 'node:sqlite';
import { DomainError } from '../../../domain/errors.ts';
import { makePrivateFile } from './private-files.node.ts';

export interface SqlExport {
  /** The name that a refusal states. */
  readonly name: string;
  readonly text: string;
}

/** Whether a file is SQL text rather than a database, whose header is that of
 *  https://www.sqlite.org/fileformat.html, 1.3.1. */
export async function isSqlExport(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
  return /^\s*(--|PRAGMA|CREATE|BEGIN)/i.test(buffer.toString('latin1', 0, bytesRead));
}

/** The statements that run: all of them, or those that show the schema and its list of migrations. */
export type SqlExtent = 'schema' | 'everything';

/** Makes a database of the statements that D1 exports. SQLite itself judges each statement before it runs
 *  (https://www.sqlite.org/c3ref/set_authorizer.html): one that an export does not contain is refused, so
 *  nothing outside `to` is read or written, and without a loop the time grows with the text alone. Throws
 *  `foreign-backup`, `unreadable-file`. */
export async function readSqlExport({ name, text }: SqlExport, part: SqlExtent, to: string): Promise<void> {
  makePrivateFile(to);
  const database = new DatabaseSync(to, { enableForeignKeyConstraints: false });
  let refused: string | undefined;
  try {
    // An export has no transaction, and a half-made copy is thrown away.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    database.function('replace', { deterministic: true }, toLineBreak);
    const judge = makeJudge(part);
    database.setAuthorizer((action, ...about) => {
      const verdict = judge(action, about);
      if (verdict === constants.SQLITE_DENY) {
        const named = [ACTION_NAMES.get(action) ?? `${action}`, ...about.filter(Boolean).slice(0, 2)];
        refused ??= named.join(' ');
      }
      return verdict;
    });
    database.exec(text);
  } catch (cause) {
    if (refused !== undefined) {
      throw new DomainError('foreign-backup', { name, because: 'statement', found: refused }, { cause });
    }
    throw unreadable(name, cause);
  } finally {
    database.close();
  }
}

/** The text of an export. Node limits its length to half a gigabyte. */
export async function readSqlText(name: string, file: FileHandle): Promise<SqlExport> {
  try {
    return { name, text: await file.readFile('utf8') };
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

function unreadable(name: string, cause: unknown): DomainError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DomainError('unreadable-file', { name, reason }, { cause });
}

type About = readonly (string | null)[];

/** Each index costs time for each row, so their number is bounded; ours are fewer. */
const MOST_OBJECTS = 1000;
/** The most migrations on a list. */
const MOST_ON_LIST = 1000;
/** Tables whose definitions are not compared with ours, and of which few rows are needed. */
const LISTS = /^(d1_migrations|kysely_migration|kysely_migration_lock|_cf_\w+)$/;

const ACTION_NAMES = new Map(
  Object.entries(constants).flatMap(([name, code]) =>
    name.startsWith('SQLITE_') ? [[code, name.slice('SQLITE_'.length)] as const] : [],
  ),
);

/** Judges the actions of an export: its tables, its indexes and its rows. Nothing that reads another row is
 *  among them, nor any loop. For the schema alone, rows are left out. */
function makeJudge(part: SqlExtent): (action: number, about: About) => number {
  const counts = { objects: 0, reindexed: 0, listed: 0, emptied: 0, loads: 0 };
  const judgeInsert = (table: string): number => {
    if (LISTS.test(table)) return toVerdict(++counts.listed <= MOST_ON_LIST);
    return part === 'everything' || table === 'sqlite_master' ? constants.SQLITE_OK : constants.SQLITE_IGNORE;
  };
  const isOfExport = (action: number, [first, second]: About): boolean => {
    switch (action) {
      case constants.SQLITE_READ:
        return true;
      case constants.SQLITE_CREATE_TABLE:
      case constants.SQLITE_CREATE_INDEX:
        if (first === 'sqlite_stat1') counts.loads = 1;
        return ++counts.objects <= MOST_OBJECTS;
      // An index is filled when it is made, and not again.
      case constants.SQLITE_REINDEX:
        return ++counts.reindexed <= counts.objects;
      case constants.SQLITE_TRANSACTION:
        return first !== 'ROLLBACK';
      // Making a table updates its own line.
      case constants.SQLITE_UPDATE:
        return first === 'sqlite_master';
      case constants.SQLITE_DELETE:
        return first === 'sqlite_sequence' && ++counts.emptied === 1;
      case constants.SQLITE_PRAGMA:
        return (
          first === 'defer_foreign_keys' || (first === 'foreign_keys' && /^(off|0)$/i.test(second ?? ''))
        );
      // A CHECK of our tables calls `lower`; a cell with line breaks calls the two others.
      case constants.SQLITE_FUNCTION:
        return second === 'lower' || second === 'replace' || second === 'char';
      // `ANALYZE sqlite_schema` makes a table of statistics and loads it, once.
      case constants.SQLITE_SELECT:
        return --counts.loads === 0;
      default:
        return false;
    }
  };
  return (action, about) =>
    action === constants.SQLITE_INSERT ? judgeInsert(about[0] ?? '') : toVerdict(isOfExport(action, about));
}

function toVerdict(isAllowed: boolean): number {
  return isAllowed ? constants.SQLITE_OK : constants.SQLITE_DENY;
}

/** Takes the place of SQLite's `replace`, of which an export needs only this: nested calls of the other could
 *  make a text of a gigabyte from a line. */
function toLineBreak(text: unknown, escaped: unknown, lineBreak: unknown): string {
  const isLineBreak = (escaped === '\\n' && lineBreak === '\n') || (escaped === '\\r' && lineBreak === '\r');
  if (typeof text !== 'string' || !isLineBreak) throw new Error('replace: not a line break');
  return text.replaceAll(escaped, lineBreak);
}
