/** 0 or 1: no engine of ours needs a boolean of its own. */
export type Flag = 0 | 1;

/** JSON as text. */
export type Json = string;

/** A boolean as its column holds it. */
export function flag(value: boolean): Flag {
  return value ? 1 : 0;
}

/** A NULL column is an absent property: `{ [key]: value }`, or `{}`. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | null,
): { readonly [Name in Key]?: Value } {
  return (value === null ? {} : { [key]: value }) as { readonly [Name in Key]?: Value };
}
