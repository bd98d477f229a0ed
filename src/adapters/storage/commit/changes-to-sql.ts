import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Change } from '../../../domain/change/union.ts';
import { sqliteCapabilities } from '../engines/capabilities.ts';
import type { Database } from '../mapping/database.ts';
import type { Tables } from '../mapping/tables.ts';
import { mayBeSentAgain, type Queries, type RunWriterOf, type WriterOf } from './change-writer.ts';
import { stillHere } from './precondition.ts';
import { WRITERS } from './registry.ts';

/** Turns changes into the statements that make them, in order. The statements read nothing back, so that D1
 *  can take them as a batch. A precondition of a change is a statement too, which fails and undoes the whole
 *  commit (table `premise`). */
export function makeWriter(database: Database): (changes: readonly Change[]) => Queries {
  return (changes) => [
    ...(database.capabilities.mayMove ? [stillHere(database)] : []),
    ...inRuns(changes).flatMap((run) => writeRun(database, run)),
  ];
}

/** Consecutive changes of one kind. */
interface Run {
  readonly kind: Change['kind'];
  readonly changes: Change[];
  readonly keys: Set<string | undefined>;
}

function inRuns(changes: readonly Change[]): readonly Run[] {
  const runs: Run[] = [];
  for (const change of changes) {
    const key = keyOf(change);
    const run = runs.at(-1);
    if (run?.kind === change.kind && (key === undefined || !run.keys.has(key))) {
      run.changes.push(change);
      run.keys.add(key);
    } else runs.push({ kind: change.kind, changes: [change], keys: new Set([key]) });
  }
  return runs;
}

function writeRun(database: Database, { kind, changes }: Run): Queries {
  const writer = writerOf(kind);
  return typeof writer === 'function'
    ? changes.flatMap((change) => writer(database, change))
    : writer.writeRun(database, changes);
}

function keyOf(change: Change): string | undefined {
  const writer = writerOf(change.kind);
  return typeof writer === 'function' ? undefined : writer.keyOf?.(change);
}

/** Whether the commit of these changes may be sent again as it is, after another one has overtaken it. */
export function areRepeatable(changes: readonly Change[]): boolean {
  return changes.every(({ kind }) => mayBeSentAgain(WRITERS[kind].guard));
}

/** The table pairs each kind with its own writer; the compiler cannot follow that pairing through the
 *  union. */
function writerOf(kind: Change['kind']): WriterOf<Change> | RunWriterOf<Change> {
  return WRITERS[kind].write as WriterOf<Change> | RunWriterOf<Change>;
}

/** Turns changes into SQL of SQLite and D1 with its values written out, one statement on each line. It serves
 *  a database that only another program can reach. The statements are not one transaction. */
export function changesToSql(changes: readonly Change[]): string {
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (one) => new SqliteIntrospector(one),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  const queries = makeWriter({ db, capabilities: sqliteCapabilities })(changes);
  return queries.map(({ sql, parameters }) => `${withValues(sql, parameters)};`).join('\n');
}

/** Our names never contain a question mark, so each one stands for a value. */
function withValues(sql: string, parameters: readonly unknown[]): string {
  const values = parameters.map(toLiteral);
  return sql.replace(/\?/g, () => values.shift() ?? 'null');
}

function toLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}
