import type { CompiledQuery } from 'kysely';
import type { Change, ChangeOf } from '../../../domain/change/change.ts';
import type { Database } from '../database.ts';
import type { Guard } from './guard.ts';

export type Queries = readonly CompiledQuery[];

/** Turns a change into the statements that make it, in order. They read nothing back. */
export type WriterOf<One> = (database: Database, change: One) => Queries;

/** Writes consecutive changes of one kind together. A change whose key is already in the run begins a new
 *  run. */
export interface RunWriterOf<One> {
  readonly writeRun: (database: Database, run: readonly One[]) => Queries;
  readonly keyOf?: (change: One) => string;
}

/** A writer with the reason why its commits are true when they land. */
export interface GuardedWriter<One> {
  readonly guard: Guard;
  readonly write: WriterOf<One> | RunWriterOf<One>;
}

/** A guarded writer for each kind of change of one subject. */
export type Writers<Some extends Change> = {
  readonly [Kind in Some['kind']]: GuardedWriter<ChangeOf<Kind>>;
};
