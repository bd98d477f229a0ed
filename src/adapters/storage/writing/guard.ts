import type { Change } from '../../../domain/change/change.ts';
import type { Premise } from './premise.ts';
import type { Author, Guard, GuardedWriter, RunWriterOf, WriterOf } from './writer.ts';

type Write<One> = WriterOf<One> | RunWriterOf<One>;

/** A writer whose statements hold at least one of these premises, unless the change only deletes. */
export function premised<One>(names: readonly Premise[], write: Write<One>): GuardedWriter<One> {
  return { guard: { kind: 'premise', names }, write };
}

/** A writer that inserts rows under new keys. */
export function newKey<One>(write: Write<One>, names: readonly Premise[] = []): GuardedWriter<One> {
  return { guard: { kind: 'new-key', names }, write };
}

/** A writer that looks only at the stored rows. */
export function asStored<One>(write: Write<One>): GuardedWriter<One> {
  return { guard: { kind: 'as-stored' }, write };
}

/** A writer whose change is committed only together with one of these kinds. */
export function beside<One>(kinds: readonly Change['kind'][], write: Write<One>): GuardedWriter<One> {
  return { guard: { kind: 'beside', kinds }, write };
}

/** A writer of rows that have one author, whose latest word stands. */
export function lastWord<One>(of: Author, write: Write<One>): GuardedWriter<One> {
  return { guard: { kind: 'last-word', of }, write };
}

/** Whether a commit that another one overtook may be sent again as it is. Its premises are then judged again on
 *  the new state. A last word is not sent again: whoever said it is told that another one came first. */
export function mayBeSentAgain({ kind }: Guard): boolean {
  return kind !== 'last-word';
}
