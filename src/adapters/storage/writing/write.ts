import type { Change } from '../../../domain/change/change.ts';
import type { Database } from '../database.ts';
import { WRITERS } from '../subjects.ts';
import { mayBeSentAgain } from './guard.ts';
import type { Queries, RunWriterOf, WriterOf } from './writer.ts';

/** Turns changes into the statements that make them, in order. The statements read nothing back, so that D1
 *  can take them as a batch. A premise of a change is a statement too, which fails and undoes the whole
 *  commit (table `premise`). */
export function makeWriter(database: Database): (changes: readonly Change[]) => Queries {
  return (changes) => inRuns(changes).flatMap((run) => writeRun(database, run));
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
