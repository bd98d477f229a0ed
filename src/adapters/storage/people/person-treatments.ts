import type { RegisterFile } from '../../../application/store/file-readers.ts';
import type { Change } from '../../../domain/change/union.ts';
import type { PersonTableOf } from '../../../domain/features/declaration.ts';
import type { FactKind } from '../../../domain/retention.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { SchoolYear } from '../../../domain/time/school-year.ts';
import type { RegisterSources } from '../imports/register-export.ts';
import type { Tables } from '../mapping/tables.ts';

/** Every table that holds rows about people. */
export type PersonTable = 'person' | PersonTableOf<Tables>;

/** The files of the register that hold a table's rows; `files` where the DANE's own files hold them. */
type InRegister<T> = {
  [File in RegisterFile]: RegisterSources[File]['table'] extends T ? File : never;
}[RegisterFile];

type ColumnOf<T extends keyof Tables, Value> = {
  [C in keyof Tables[T] & string]: Exclude<Tables[T][C], null> extends Value ? C : never;
}[keyof Tables[T] & string];

/** The column that dates a row: a day or a school year. A row without a day does not become old. */
type DateColumn<T extends keyof Tables> =
  | { readonly day: ColumnOf<T, LocalDate> }
  | { readonly schoolYear: ColumnOf<T, SchoolYear> };

/** The date of a row, in its own table or in the row of another table that its column `by` refers to. */
type RowDate<T extends keyof Tables> = DateColumn<T> | { [In in keyof Tables]: DateIn<T, In> }[keyof Tables];

type DateIn<T extends keyof Tables, In extends keyof Tables> = DateColumn<In> & {
  readonly in: In;
  readonly key: keyof Tables[In] & string;
  readonly by: keyof Tables[T] & string;
};

/** The end of rows that are deleted with the person's facts (docs/rules.md, Retention). */
interface EndWithFacts<T extends keyof Tables> {
  readonly with: 'facts';
  /** Rows of before the first retained day are deleted; without a date, all rows of the person. */
  readonly dated?: RowDate<T>;
  /** The rows are facts of this kind: they are counted and announced, and a recent one retains all others. */
  readonly fact?: FactKind;
}

/** How rows end if no one removes them. `person`: in an erasure alone. The name of a table: with the row of that
 *  table that they refer to. `after`: this change of the scheduled tasks deletes them at the end of a term of
 *  their own. Together with `with`, it deletes some of them earlier. */
type RowEnd<T extends keyof Tables> =
  | { readonly with: PersonTable; readonly after?: Change['kind'] }
  | { readonly after: Change['kind'] }
  | ('person_id' extends keyof Tables[T] ? EndWithFacts<T> & { readonly after?: Change['kind'] } : never);

interface TreatmentOfPeople<T extends keyof Tables> {
  /** The column that identifies the person of a row. */
  readonly by: keyof Tables[T] & string;
  /** The other tables about people that a row refers to, besides that of `by`. */
  readonly refersTo?: readonly PersonTable[];
  /** What happens to a row when its person's record is merged into another. `moves`: it goes to the other
   *  record. `unless`: it moves too, except where the other record has a row with the same values in these
   *  columns, or any row where there are none. `goes`: it is deleted. `stays`: it is left as it is. `follows`: it follows the row that it
   *  refers to. `apart`: merge.ts defines it. */
  readonly merge:
    | 'moves'
    | { readonly unless: readonly (keyof Tables[T] & string)[] }
    | 'goes'
    | 'stays'
    | 'follows'
    | 'apart';
  /** What an erasure does with a row. `apart`: erase-person.ts defines what is left of it. */
  readonly erase: 'deleted' | 'kept' | 'apart';
  /** How much of a row the person gets in an export. `apart`: export-person.ts lists the columns. */
  readonly export: 'whole' | 'nothing' | 'apart';
  /** The table before it in an export. Without it, a feature's table stands behind those of the core. */
  readonly exportedAfter?: PersonTable;
  readonly ends: RowEnd<T>;
  /** The file of the register that holds the rows; `files` where one of the DANE's own does. */
  readonly register: [InRegister<T>] extends [never] ? 'files' | 'nothing' : InRegister<T>;
}

/** Of a table that names a school too. */
interface TreatmentOfSchool {
  /** `kept`: the import that made a school is not undone while a row names it. `apart`: referred-to.ts says
   *  what is looked at, because imports write such rows themselves or the service makes them again. */
  readonly school: 'kept' | 'apart';
}

export type Treatment<T extends keyof Tables> = TreatmentOfPeople<T> &
  ('uai' extends keyof Tables[T] ? TreatmentOfSchool : unknown);
