import type { CompiledQuery, Expression } from 'kysely';
import type { Change, ChangeOf } from '../../../domain/change/union.ts';
import type { Database } from '../mapping/database.ts';
import type { Insert } from '../mapping/insert.ts';
import { type Precondition, precondition } from './precondition.ts';
import type { SweepKind } from './sweeps.ts';

export type Queries = readonly CompiledQuery[];

/** Turns a change into the statements that make it, in order. They read nothing back. */
export type WriterOf<One, Made extends Queries = Queries> = (database: Database, change: One) => Made;

/** Writes consecutive changes of one kind together. A change whose key is already in the run begins a new
 *  run. */
export interface RunWriterOf<One, Made extends Queries = Queries> {
  readonly writeRun: (database: Database, run: readonly One[]) => Made;
  readonly keyOf?: (change: One) => string;
}

/** Whose latest word stands, where a change writes a whole row and nothing that was read has to hold. */
export type Author = 'owner' | 'principal' | 'dane' | 'provider' | 'reading';

/** Why a commit with a change of one kind is true when it lands, whatever landed since its records were read
 *  (docs/adr/0006). Every kind of change has one. */
export type Guard =
  /** Its statements refuse the whole commit where what was read is no longer so. */
  | { readonly kind: 'premise'; readonly names: readonly Precondition[] }
  /** It inserts rows under keys of their own. A key that is taken refuses the whole commit; so do these preconditions,
   *  where the change calls for them. */
  | { readonly kind: 'new-key'; readonly names: readonly Precondition[] }
  /** It names one record. The whole commit is refused if that record is absent when it lands. */
  | { readonly kind: 'named'; readonly names: readonly Precondition[]; readonly of?: Author }
  /** It removes or marks any number of rows, also none, and names no record that a form could name. */
  | { readonly kind: 'sweep'; readonly of?: Author }
  /** It only inserts rows. What they leave follows from the rows as they are stored when it lands, and never from
   *  what was read. Two of them leave the same in either order. */
  | { readonly kind: 'as-stored' }
  /** The same commit holds a change of one of these kinds, whose precondition covers this one. */
  | { readonly kind: 'beside'; readonly kinds: readonly Change['kind'][] }
  /** The row is what its only author says, and the latest word is meant to stand. */
  | { readonly kind: 'last-word'; readonly of: Author };

/** A writer with the reason why its commits are true when they land. */
export interface GuardedWriter<One> {
  readonly guard: Guard;
  readonly write: WriterOf<One> | RunWriterOf<One>;
}

/** A guarded writer for each kind of change of one subject. */
export type Writers<Some extends Change> = {
  readonly [Kind in Some['kind']]: GuardedWriter<ChangeOf<Kind>>;
};

type Write<One, Made extends Queries = Queries> = WriterOf<One, Made> | RunWriterOf<One, Made>;

/** Finds the one row that a change names. */
type FindNamed<One> = (database: Database, change: One) => Expression<unknown>;

/** A writer whose statements hold at least one of these preconditions. The record that the change names is among
 *  what they check. */
export function withPrecondition<One>(names: readonly Precondition[], write: Write<One>): GuardedWriter<One> {
  return { guard: { kind: 'premise', names }, write };
}

/** A writer that inserts rows under new keys. */
export function newKey<One>(write: Write<One>, names: readonly Precondition[] = []): GuardedWriter<One> {
  return { guard: { kind: 'new-key', names }, write };
}

/** A writer of a change to one named record: it removes it, ends it or sets some of its columns. The whole commit is
 *  refused with `store-conflict` if `find` finds no row, so that a form cannot report what it did not do. `of` names
 *  the author of a change whose latest word stands. */
export function touchesOne<One>(find: FindNamed<One>, write: WriterOf<One>, of?: Author): GuardedWriter<One> {
  return {
    guard: { kind: 'named', names: ['choice-as-read'], ...(of && { of }) },
    write: (database, change) => [
      precondition(database, 'choice-as-read', find(database, change)),
      ...write(database, change),
    ],
  };
}

/** A writer of a kind that `sweeps.ts` lets remove or mark any number of rows, also none. */
export function sweep<Kind extends SweepKind>(
  _kind: Kind,
  write: WriterOf<ChangeOf<Kind>>,
  of?: Author,
): GuardedWriter<ChangeOf<Kind>> {
  return { guard: { kind: 'sweep', ...(of && { of }) }, write };
}

/** A writer that only inserts rows, and looks only at the stored ones. */
export function asStored<One>(write: Write<One, readonly Insert[]>): GuardedWriter<One> {
  return { guard: { kind: 'as-stored' }, write };
}

/** A writer whose change is committed only together with one of these kinds. */
export function beside<One>(kinds: readonly Change['kind'][], write: Write<One>): GuardedWriter<One> {
  return { guard: { kind: 'beside', kinds }, write };
}

/** A writer that inserts or replaces rows that have one author, whose latest word stands. */
export function lastWriteWins<One>(of: Author, write: Write<One, readonly Insert[]>): GuardedWriter<One> {
  return { guard: { kind: 'last-word', of }, write };
}

/** Whether a commit that another one overtook may be sent again as it is. Its preconditions are then judged again on
 *  the new state. A last word is not sent again: whoever said it is told that another one came first. */
export function mayBeSentAgain(guard: Guard): boolean {
  return !('of' in guard);
}
