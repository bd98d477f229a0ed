import type { CompiledQuery } from 'kysely';
import type { Change, ChangeOf } from '../../../domain/change/change.ts';
import type { Database } from '../database.ts';

export type Queries = readonly CompiledQuery[];

/** A change → the statements that make it, in order. They read nothing back. */
export type WriterOf<One> = (database: Database, change: One) => Queries;

/** Changes of one kind that follow each other, written in one go. A change whose key is in the run already begins a new
 *  one. */
export interface RunWriterOf<One> {
  readonly writeRun: (database: Database, run: readonly One[]) => Queries;
  readonly keyOf?: (change: One) => string;
}

/** A writer for each kind of one subject's changes. */
export type Writers<Some extends Change> = {
  readonly [Kind in Some['kind']]: WriterOf<ChangeOf<Kind>> | RunWriterOf<ChangeOf<Kind>>;
};
