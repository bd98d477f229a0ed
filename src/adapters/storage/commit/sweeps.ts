import type { Change, ChangeOf } from '../../../domain/change/union.ts';

/** What the data of a sweep may say: until when it reaches, and nothing about whom. */
type Bound =
  | 'kind'
  | 'at'
  | 'before'
  | 'doneBefore'
  | 'idleSince'
  | 'untilOn'
  | 'unusedSince'
  | 'writtenBefore';

/** Kinds that say nothing but such a bound: what retention deletes, in any rows. */
type BoundedKind = {
  readonly [Kind in Change['kind']]: Exclude<keyof ChangeOf<Kind>, Bound> extends never ? Kind : never;
}[Change['kind']];

/** Kinds that sweep what belongs to one owner, or a list that a job has read. None of them removes or ends a record
 *  that a form names. */
type OwnedSweep =
  /** A client without a grant makes room for another one. It stays if it was granted something. */
  | 'host-client-dropped'
  /** The federation names the schools, and all other declarations of the person end. */
  | 'headships-kept'
  | 'sessions-of-person-ended'
  /** The lines of an earlier reading of the same upload, or of the same undoing. */
  | 'undo-lines-forgotten'
  | 'undo-lines-saved'
  | 'upload-lines-forgotten'
  /** Marks of a job that several processes may set. */
  | 'badge-log-read'
  | 'jobs-told';

/** The kinds of change that may touch no row. A change that names one record is refused by the compiler here. */
export type SweepKind = BoundedKind | OwnedSweep;
