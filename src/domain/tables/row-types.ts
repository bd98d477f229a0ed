/** 0 or 1: not all engines have a boolean type. */
export type Flag = 0 | 1;

/** JSON as text. */
export type Json = string;

/** The names of columns that do not follow from their property: the name of the column, or, where the property is
 *  a record of its own, the names of its columns. */
export type Names = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : '';

/** `flag`: 0 or 1. `mark`: 1 where the property is there and true. `json`: lists and records, as text. */
export type Kind = 'plain' | 'flag' | 'mark' | 'json';

type IsOptional<It, Key extends keyof It> = object extends Pick<It, Key> ? true : false;

type KindOf<Value, Optional> = [Value] extends [boolean]
  ? Optional extends true
    ? 'mark'
    : 'flag'
  : [Value] extends [string | number]
    ? 'plain'
    : 'json';

interface ValueOf<Value> {
  readonly plain: Value;
  readonly flag: Flag;
  readonly mark: Flag;
  readonly json: Json;
}

interface Column<Name, Path, Value, Optional> {
  readonly name: Name;
  readonly path: Path;
  readonly kind: KindOf<Value, Optional>;
  readonly value:
    | ValueOf<Value>[KindOf<Value, Optional>]
    | (Optional extends true ? (KindOf<Value, Optional> extends 'mark' ? never : null) : never);
}

type GroupColumns<Group, Key extends string, Of, Optional> = {
  [Member in keyof Group & keyof Of & string]-?: Column<
    Group[Member],
    `${Key}.${Member}`,
    Exclude<Of[Member], undefined>,
    Optional extends true ? true : IsOptional<Of, Member>
  >;
}[keyof Group & keyof Of & string];

/** Every column of a record, with the property that it holds. */
export type ColumnsOf<It, Of> = {
  [Key in keyof It & string]-?: Key extends keyof Of
    ? Of[Key] extends string
      ? Column<Of[Key], Key, Exclude<It[Key], undefined>, IsOptional<It, Key>>
      : GroupColumns<Of[Key], Key, Exclude<It[Key], undefined>, IsOptional<It, Key>>
    : Column<Snake<Key>, Key, Exclude<It[Key], undefined>, IsOptional<It, Key>>;
}[keyof It & string];

/** The row of a record: its properties in snake case, NULL if one is absent. */
export type RowOf<It, Of = unknown> = {
  [One in ColumnsOf<It, Of> as One['name'] & string]: One['value'];
};

/** Names in the folded form that searches use. */
export interface Folded {
  folded_name: string;
}

/** Absent in rows that an older version wrote. */
export interface FromNetwork {
  network: string | null;
}
