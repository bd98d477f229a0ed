/** Every property of a record named: an optional one may be undefined and may not be forgotten. */
export type Whole<Value> = { readonly [Key in keyof Required<Value>]: Value[Key] };

type Optional<Value> = { [Key in keyof Value]-?: undefined extends Value[Key] ? Key : never }[keyof Value];

/** Without the properties that are undefined: those that may be so are optional. */
export type Compact<Value> = Omit<Value, Optional<Value>> & {
  readonly [Key in Optional<Value>]?: Exclude<Value[Key], undefined>;
};

/** The same without the properties that are undefined: what is absent has no key. */
export function compact<Value extends object>(value: Value): Compact<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Compact<Value>;
}
