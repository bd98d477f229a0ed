/** 0 or 1: not all engines have a boolean type. */
export type Flag = 0 | 1;

const MOST_KNOWN = 1000;

/** JSON as text. */
export type Json = string;

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

/** Turns a NULL column into an absent property: `{ [key]: value }`, or `{}`. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | null,
): { readonly [Name in Key]?: Value } {
  return (value === null ? {} : { [key]: value }) as { readonly [Name in Key]?: Value };
}
