/** The canonical text of a JSON value: keys sorted by UTF-16 code units, no white space, numbers as
 *  ECMAScript writes them (RFC 8785, JSON Canonicalization Scheme). Undefined properties are left out, as in
 *  `JSON.stringify`. Throws a TypeError for values that JSON cannot express: NaN, infinities, lone
 *  surrogates, functions, undefined in a list. It is written by hand so that these values are refused: where
 *  they are skipped, two different values can give the same text. */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      return canonicalNumber(value);
    case 'string':
      return canonicalString(value);
    case 'object':
      return value === null ? 'null' : canonicalObject(value);
    default:
      throw new TypeError(`JSON has no ${typeof value}`);
  }
}

/** 3.2.2.3 Serialization of Numbers: −0 becomes 0. */
function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
  return JSON.stringify(value);
}

/** 3.2.2.2 Serialization of Strings: as `JSON.stringify`, except that a lone surrogate is refused instead of
 *  escaped. */
function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('JSON text holds a lone surrogate');
  return JSON.stringify(value);
}

/** 3.2.3 Sorting of Object Properties. Lists keep their order. */
function canonicalObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('JSON has only plain objects and lists');
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
