import {
  type CompiledQuery,
  type ExpressionBuilder,
  type Insertable,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { NamesOf } from '../../../domain/tables/column-names.ts';
import type { Slice } from '../../../domain/tables/keyset-page.ts';
import type { ColumnsOf, Kind, RowOf } from '../../../domain/tables/row-types.ts';
import { compileInsert, excluded, type Insert, insertEach } from './insert.ts';
import { type AllRows, type FirstRow, readAll, readFirst } from './queries.ts';
import {
  columnsOf,
  type Field,
  fromRow,
  keyFields,
  type Listed,
  listFields,
  makeToRow,
} from './record-mapper.ts';
import type { Tables } from './tables.ts';

/** The paths of a record's properties of one kind. */
type PathsOf<It, Table, Of extends Kind> = Extract<
  ColumnsOf<It, NamesOf<Table>>,
  { readonly kind: Of }
>['path'] &
  string;

/** Nothing if all are listed, else a property that the compiler asks for. */
type Complete<All, Listed> = [Exclude<All, Listed>] extends [never]
  ? unknown
  : { readonly forgotten: Exclude<All, Listed> };

interface Properties<It, Columns, Json, Flags, Marks, Derived> {
  /** All properties of the record, in order. */
  readonly columns: Columns;
  readonly json?: Json;
  /** Those of the JSON properties that hold one of few lists in very many rows. */
  readonly shared?: readonly string[];
  readonly flags?: Flags;
  readonly marks?: Marks;
  /** Columns that follow from the record: they are written and never read. */
  readonly derived?: (it: It) => Derived;
}

/** What of a record holds its key: the heads of paths such as `period.from`. */
type Keyed<It, Path> = Pick<It, (Path extends `${infer Head}.${string}` ? Head : Path) & keyof It>;

type Some<It> = { readonly [Property in keyof It]?: It[Property] | undefined };

/** The columns that the record does not give; none is needed where all of them may be NULL. */
type Beside<Row> = object extends Row ? [beside?: Row] : [beside: Row];

type LooseRow = Readonly<Record<string, unknown>>;
type Loose = Record<string, Record<string, unknown>>;

type Rows<Table extends keyof Tables> = SelectQueryBuilder<
  Tables,
  Table,
  { [Column in keyof Tables[Table]]: Tables[Table][Column] }
>;

/** Maps a record to its table and back, and writes it by its key. The compiler refuses a property that is not
 *  listed, or not under its kind. */
export function recordTable<It extends object>() {
  return <
    Table extends keyof Tables,
    const Key extends PathsOf<It, Table, 'plain'>,
    const Columns extends readonly (keyof It & string)[],
    const Json extends readonly PathsOf<It, Table, 'json'>[] = [],
    const Flags extends readonly PathsOf<It, Table, 'flag'>[] = [],
    const Marks extends readonly PathsOf<It, Table, 'mark'>[] = [],
    Derived extends Partial<Tables[Table]> = object,
  >(
    table: Table,
    key: readonly Key[],
    properties: Properties<It, Columns, Json, Flags, Marks, Derived> &
      Complete<keyof It & string, Columns[number]> &
      Complete<PathsOf<It, Table, 'json'>, Json[number]> &
      Complete<PathsOf<It, Table, 'flag'>, Flags[number]> &
      Complete<PathsOf<It, Table, 'mark'>, Marks[number]>,
  ) => makeRecordTable<It, Table, Key, Derived>(table, { ...properties, key });
}

interface Made<It, Key, Derived> extends Listed {
  readonly key: readonly Key[];
  readonly derived?: (it: It) => Derived;
}

function makeRecordTable<It extends object, Table extends keyof Tables, Key extends string, Derived>(
  table: Table,
  { key, derived, ...listed }: Made<It, Key, Derived>,
) {
  type Row = RowOf<It, NamesOf<Table>>;
  type Others = Omit<Insertable<Tables[Table]>, keyof Row | keyof Derived>;
  const fields = listFields(table, listed);
  const ofKey = keyFields(fields, key);
  const toRow = makeToRow(fields);
  const rowOf = (it: It) => (derived ? { ...toRow(it), ...derived(it) } : toRow(it));
  const recordOf = (row: Row) => fromRow(fields, row) as It;
  const partOf = (some: Some<It>) => makeToRow(fields.filter(({ property }) => property in some))(some);
  const { select, selectKey, slice, insert, upsert, update, remove, hasKey } = makeQueries(table, ofKey);
  const selectRows = (db: Kysely<Tables>) => select(db) as unknown as Rows<Table>;
  return {
    /** The columns that the record gives. */
    columns: columnsOf(fields).map(({ name }) => name as keyof Row & string),
    toRow: (it: It) => rowOf(it) as Row & Derived,
    fromRow: recordOf,
    /** The columns of some properties; one that is given as undefined becomes NULL. */
    columnsIn: (some: Some<It>) => partOf(some) as Partial<Row>,
    select: selectRows,
    all: (query: AllRows<Row>) => readAll(query, recordOf),
    first: (query: FirstRow<Row>) => readFirst(query, recordOf),
    find: (db: Kysely<Tables>, it: Keyed<It, Key>) =>
      readFirst(select(db).where(hasKey(it)) as unknown as FirstRow<Row>, recordOf),
    /** One slice of the records, in the order of the key. */
    slice: (db: Kysely<Tables>, { after, limit }: Slice<Keyed<It, Key>>) =>
      readAll(slice(db, after, limit) as unknown as AllRows<Row>, recordOf),
    /** Finds the row by its key; further conditions may follow. */
    locate: (db: Kysely<Tables>, it: Keyed<It, Key>) => selectKey(db, it) as unknown as Rows<Table>,
    insert: (db: Kysely<Tables>, it: It, ...[beside]: Beside<Others>): Insert =>
      compileInsert(insert(db, { ...rowOf(it), ...beside })),
    insertAll: (db: Kysely<Tables>, all: readonly It[]): readonly Insert[] =>
      insertEach(all.map(rowOf), (row) => insert(db, row)),
    /** Inserts the record, or replaces the one with the same key. */
    save: (db: Kysely<Tables>, it: It): Insert => compileInsert(upsert(db, rowOf(it))),
    saveAll: (db: Kysely<Tables>, all: readonly It[]): readonly Insert[] =>
      insertEach(all.map(rowOf), (row) => upsert(db, row)),
    /** Writes all columns but those of the key. */
    update: (db: Kysely<Tables>, it: It): CompiledQuery => update(db, rowOf(it), it).compile(),
    /** Writes the columns of some properties; one that is given as undefined becomes NULL. */
    set: (db: Kysely<Tables>, it: Keyed<It, Key>, some: Some<It>): CompiledQuery =>
      update(db, partOf(some), it).compile(),
    remove: (db: Kysely<Tables>, it: Keyed<It, Key>): CompiledQuery => remove(db, it).compile(),
  };
}

/** Queries on a table whose columns are not known here; what the record table gives out has their types. */
function makeQueries(table: string, ofKey: readonly Field[]) {
  const toKey = makeToRow(ofKey);
  const open = (db: Kysely<Tables>) => db as unknown as Kysely<Loose>;
  const keys = columnsOf(ofKey).map(({ name }) => name);
  const withoutKey = (row: LooseRow) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !keys.includes(name)));
  const hasKey = (it: object) => (eb: ExpressionBuilder<Loose, string>) => eb.and(toKey(it));
  const insert = (db: Kysely<Tables>, row: LooseRow) => open(db).insertInto(table).values(row);
  return {
    hasKey,
    select: (db: Kysely<Tables>) => open(db).selectFrom(table).selectAll(table),
    selectKey: (db: Kysely<Tables>, it: object) => open(db).selectFrom(table).select(keys).where(hasKey(it)),
    slice: (db: Kysely<Tables>, after: object | undefined, limit: number) => {
      const [columns, values] = [keys.map((name) => sql.ref(name)), Object.values(toKey(after ?? {}))];
      const later = sql<SqlBool>`(${sql.join(columns)}) > (${sql.join(values)})`;
      const all = open(db).selectFrom(table).selectAll();
      const page = keys.reduce((rows, name) => rows.orderBy(sql.ref(name)), all);
      return page.$if(after !== undefined, (rows) => rows.where(later)).limit(limit);
    },
    insert,
    upsert: (db: Kysely<Tables>, row: LooseRow) =>
      insert(db, row).onConflict((on) => on.columns(keys).doUpdateSet({ ...excluded(withoutKey(row)) })),
    update: (db: Kysely<Tables>, row: LooseRow, it: object) =>
      open(db).updateTable(table).set(withoutKey(row)).where(hasKey(it)),
    remove: (db: Kysely<Tables>, it: object) => open(db).deleteFrom(table).where(hasKey(it)),
  };
}
