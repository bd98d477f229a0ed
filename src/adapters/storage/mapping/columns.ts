import type { Flag, Json } from '../../../domain/tables/row-types.ts';

const MOST_KNOWN = 1000;

/** The boolean in its stored form. */
export function flag(value: boolean): Flag {
  return value ? 1 : 0;
}

/** The list that a JSON column holds. Few different lists stand in very many rows, so each text is read once.
 *  The lists are shared and never changed. */
export function makeListReader(): <Item>(json: Json) => readonly Item[] {
  const known = new Map<Json, readonly unknown[]>();
  return <Item>(json: Json) => {
    const list = known.get(json) ?? (JSON.parse(json) as readonly unknown[]);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(json, list);
    return list as readonly Item[];
  };
}

type Nullable<Row> = { [Key in keyof Row]-?: null extends Row[Key] ? Key : never }[keyof Row];

/** The record without its null properties. A property that may be null becomes optional. */
type WithoutNulls<Row> = Omit<Row, Nullable<Row>> & {
  readonly [Key in Nullable<Row>]?: Exclude<Row[Key], null>;
};

/** Copies the record without its null properties: a NULL column has no key. */
export function withoutNulls<const Row extends object>(row: Row): WithoutNulls<Row> {
  const saved: Partial<Row> = {};
  for (const key in row) {
    if (row[key] !== null) saved[key] = row[key];
  }
  return saved as WithoutNulls<Row>;
}
