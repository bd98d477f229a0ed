import type { FileHandle } from 'node:fs/promises';
import { constants, DatabaseSync } from 'node:sqlite';
import { DomainError } from '../../../domain/errors.ts';
import { makePrivateFile } from './private-files.node.ts';

export interface SqlExport {
  /** The name that a refusal states. */
  readonly name: string;
  readonly file: FileHandle;
}

/** Whether a file is SQL text rather than a database, whose header is that of
 *  https://www.sqlite.org/fileformat.html, 1.3.1. */
export async function isSqlExport(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
  return /^\s*(--|PRAGMA|CREATE|BEGIN)/i.test(buffer.toString('latin1', 0, bytesRead));
}

/** Makes a database of the statements that D1 exports. SQLite itself judges each statement before it runs
 *  (https://www.sqlite.org/c3ref/set_authorizer.html): one that an export does not contain is refused, so
 *  nothing outside `to` is read or written, and the time grows with the text alone. Throws `foreign-backup`,
 *  `unreadable-file`. */
export async function readSqlExport({ name, file }: SqlExport, to: string): Promise<void> {
  const text = await file.readFile('utf8');
  makePrivateFile(to);
  const database = new DatabaseSync(to, { enableForeignKeyConstraints: false });
  let refused: string | undefined;
  try {
    // An export has no transaction, and a half-made copy is thrown away.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    database.function('replace', { deterministic: true }, toLineBreak);
    const judge = makeJudge();
    database.setAuthorizer((action, ...about) => {
      if (judge(action, about)) return constants.SQLITE_OK;
      refused ??= [ACTION_NAMES.get(action) ?? `${action}`, ...about.filter(Boolean).slice(0, 2)].join(' ');
      return constants.SQLITE_DENY;
    });
    database.exec(text);
  } catch (cause) {
    if (refused !== undefined) {
      throw new DomainError('foreign-backup', { name, because: 'statement', found: refused }, { cause });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DomainError('unreadable-file', { name, reason }, { cause });
  } finally {
    database.close();
  }
}

type About = readonly (string | null)[];

/** Each index costs time for each row, so their number is bounded; ours are fewer. */
const MOST_OBJECTS = 1000;

const ACTION_NAMES = new Map(
  Object.entries(constants).flatMap(([name, code]) =>
    name.startsWith('SQLITE_') ? [[code, name.slice('SQLITE_'.length)] as const] : [],
  ),
);

/** Judges the actions of an export: its tables, its indexes and its rows. Nothing that reads another row is
 *  among them, nor any loop. */
function makeJudge(): (action: number, about: About) => boolean {
  let objects = 0;
  let loads = 0;
  return (action, [first, second]) => {
    switch (action) {
      case constants.SQLITE_INSERT:
      case constants.SQLITE_READ:
      case constants.SQLITE_REINDEX:
      case constants.SQLITE_TRANSACTION:
        return true;
      case constants.SQLITE_CREATE_TABLE:
      case constants.SQLITE_CREATE_INDEX:
        objects += 1;
        if (first === 'sqlite_stat1') loads = 1;
        return objects <= MOST_OBJECTS;
      // Making a table updates its own line.
      case constants.SQLITE_UPDATE:
        return first === 'sqlite_master';
      case constants.SQLITE_DELETE:
        return first === 'sqlite_sequence';
      case constants.SQLITE_PRAGMA:
        return first === 'defer_foreign_keys' || first === 'foreign_keys';
      // A CHECK of our tables calls `lower`; a cell with line breaks calls the two others.
      case constants.SQLITE_FUNCTION:
        return second === 'lower' || second === 'replace' || second === 'char';
      // `ANALYZE sqlite_schema` makes a table of statistics and loads it, once.
      case constants.SQLITE_SELECT:
        loads -= 1;
        return loads === 0;
      default:
        return false;
    }
  };
}

/** Takes the place of SQLite's `replace`, of which an export needs only this: nested calls of the other could
 *  make a text of a gigabyte from a line. */
function toLineBreak(text: unknown, escaped: unknown, lineBreak: unknown): string {
  const isLineBreak = (escaped === '\\n' && lineBreak === '\n') || (escaped === '\\r' && lineBreak === '\r');
  if (typeof text !== 'string' || !isLineBreak) throw new Error('replace: not a line break');
  return text.replaceAll(escaped, lineBreak);
}
