/** The record with every key required: an optional property may be undefined, but its key may not be
 *  forgotten. */
export type Whole<Value> = { readonly [Key in keyof Required<Value>]: Value[Key] };

type Optional<Value> = { [Key in keyof Value]-?: undefined extends Value[Key] ? Key : never }[keyof Value];

/** The record without its undefined properties. A property that may be undefined becomes optional. */
export type Compact<Value> = Omit<Value, Optional<Value>> & {
  readonly [Key in Optional<Value>]?: Exclude<Value[Key], undefined>;
};

/** Copies the record without its undefined properties: an absent value has no key. */
export function compact<Value extends object>(value: Value): Compact<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Compact<Value>;
}
