/** Frozen values that were met before, and among them those that are JSON. */
const met = new WeakSet<object>();
const known = new WeakSet<object>();

/** Whether a value is JSON that cannot change any more, and was met before: documents share it, so that what
 *  is learnt of it is worth keeping. */
export function isSharedJson(value: object): boolean {
  if (!Object.isFrozen(value)) return false;
  if (met.has(value)) return isFrozenJson(value);
  met.add(value);
  return false;
}

function isFrozenJson(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isScalar(value);
  if (known.has(value)) return true;
  if (!Object.isFrozen(value) || !isPlain(value)) return false;
  // An accessor, which could answer otherwise each time, has no value here.
  const members = Object.values(Object.getOwnPropertyDescriptors(value));
  const isJson = members.every((member) => isFrozenJson(member.value));
  if (isJson) known.add(value);
  return isJson;
}

/** A copy of a value as JSON would give it back; undefined where JSON has none. What documents share is not
 *  copied, so that what is known of it still holds. */
export function copyJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return isScalar(value) ? value : throughJson(value);
  if (isSharedJson(value)) return value;
  if (Array.isArray(value)) return value.map((item) => copyJson(item) ?? null);
  if ('toJSON' in value) return throughJson(value);
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const inner = copyJson((value as Readonly<Record<string, unknown>>)[name]);
    if (inner !== undefined) copy[name] = inner;
  }
  return copy;
}

/** Whether two JSON values say the same, in the same order. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  if (names.length !== others.length || Array.isArray(one) !== Array.isArray(other)) return false;
  return names.every(
    (name, at) => name === others[at] && isSameJson(Reflect.get(one, name), Reflect.get(other, name)),
  );
}

function throughJson(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
}
