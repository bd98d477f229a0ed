/** 0 or 1: not all engines have a boolean type. */
export type Flag = 0 | 1;

/** JSON as text. */
export type Json = string;

/** The boolean in its stored form. */
export function flag(value: boolean): Flag {
  return value ? 1 : 0;
}

/** Turns a NULL column into an absent property: `{ [key]: value }`, or `{}`. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | null,
): { readonly [Name in Key]?: Value } {
  return (value === null ? {} : { [key]: value }) as { readonly [Name in Key]?: Value };
}
