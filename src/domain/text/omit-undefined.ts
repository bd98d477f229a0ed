/** The record with every key required. A property may still be undefined, but the compiler refuses a
 *  forgotten key. */
export type Whole<Value> = { readonly [Key in keyof Required<Value>]: Value[Key] };

type Optional<Value> = { [Key in keyof Value]-?: undefined extends Value[Key] ? Key : never }[keyof Value];

/** The record without its undefined properties. A property that may be undefined becomes optional. */
export type Compact<Value> = Omit<Value, Optional<Value>> & {
  readonly [Key in Optional<Value>]?: Exclude<Value[Key], undefined>;
};

/** Copies the record without its undefined properties: an absent value has no key. */
export function compact<const Value extends object>(value: Value): Compact<Value> {
  const saved: Partial<Value> = {};
  // Object.keys is twice as slow, and the records are plain: they inherit no key.
  for (const key in value) {
    if (value[key] !== undefined) saved[key] = value[key];
  }
  return saved as Compact<Value>;
}
