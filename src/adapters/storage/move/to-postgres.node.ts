import { existsSync } from 'node:fs';
import { DomainError } from '../../../domain/errors.ts';
import { JOINED_MIGRATIONS } from '../engines/applied-migrations.ts';
import { migratePostgres } from '../engines/postgres.node.ts';
import { placeOf } from '../engines/postgres-pool.node.ts';
import { migrateDatabaseFile } from '../engines/sqlite.node.ts';
import { type MoveSource, openMoveSource } from './source.node.ts';
import { type MoveTarget, openMoveTarget } from './target.node.ts';

export interface Move {
  /** The SQLite file, or the SQL that D1 exported. It is migrated, and otherwise only read. */
  readonly file: string;
  /** `postgres://user:password@host:port/database`. It may hold a password, so it is never shown. */
  readonly url: string;
  readonly migrationsFolder: string;
  /** Called with the number of rows copied so far, their total, and the table being copied. */
  readonly onProgress?: (done: number, total: number, table: string) => void;
}

/** The number of rows copied from a table. */
export interface MovedCount {
  readonly table: string;
  readonly rows: number;
}

/** Copies every row of a SQLite service to an empty PostgreSQL database unchanged, with identifiers,
 *  signatures and status indexes: all rows or none. The database itself lists its tables. The source is then marked,
 *  and refuses later commits. Throws `moved-to` for a source that is marked already,
 *  `unreachable`, `unreadable-file`, and `cannot-move` with `because`: the target is `not-ours`, `newer` or
 *  `not-empty`, the source has `changed` in the meantime, or the copy has `failed` for another reason. */
export async function moveToPostgres(move: Move): Promise<readonly MovedCount[]> {
  try {
    return await moveAll(move);
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DomainError('cannot-move', { because: 'failed', reason }, { cause });
  }
}

async function moveAll(move: Move): Promise<readonly MovedCount[]> {
  const { file, url, migrationsFolder } = move;
  // Where the file is missing, migrating would make it.
  if (existsSync(file)) await migrateDatabaseFile({ file, migrationsFolder });
  const source = openMoveSource(file);
  try {
    const target = await openMoveTarget(url);
    try {
      await target.refuseUnlessEmpty([...source.migrations, ...JOINED_MIGRATIONS]);
      if (source.movedTo !== undefined) throw new DomainError('moved-to', { to: source.movedTo });
      await migratePostgres({ url, migrationsFolder });
      await refuseNewer(source, target);
      return await copy(source, target, move);
    } finally {
      await target.close();
    }
  } finally {
    source.close();
  }
}

/** Refuses a source of a newer version, because this version does not know all of its tables. */
async function refuseNewer(source: MoveSource, target: MoveTarget): Promise<void> {
  const known = await target.migrations();
  const migrations = source.migrations.filter((name) => !known.includes(name));
  if (migrations.length > 0) throw new DomainError('cannot-move', { because: 'newer', migrations });
}

async function copy(source: MoveSource, target: MoveTarget, move: Move): Promise<readonly MovedCount[]> {
  const { tables } = source;
  await target.begin(tables);
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const table of tables) {
    for (const rows of source.read(table)) {
      await target.write(table, rows);
      done += rows.length;
      move.onProgress?.(done, total, table.name);
    }
  }
  for (const table of tables) {
    const copied = await target.count(table);
    if (copied !== table.rows) throw new Error(`${table.name}: ${copied} rows of ${table.rows} were copied`);
  }
  await target.measure(tables);
  // The last check: the source stays frozen until the commit.
  if (source.freeze().hasChanged) throw new DomainError('cannot-move', { because: 'changed' });
  await target.commit();
  source.mark(placeOf(move.url));
  return tables.map(({ name, rows }) => ({ table: name, rows }));
}
