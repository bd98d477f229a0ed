/** Frozen values that were met before. `known` has those of them that are plain JSON. */
const met = new WeakSet<object>();
const known = new WeakSet<object>();

/** Whether a value is JSON that cannot change, and was met before. Several documents share such a value, so
 *  results about it are worth remembering. */
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
  // The descriptor of an accessor has no value, so that an object with one does not count as JSON: it could
  // give another value each time.
  const members = Object.values(Object.getOwnPropertyDescriptors(value));
  const isJson = members.every((member) => isFrozenJson(member.value));
  if (isJson) known.add(value);
  return isJson;
}

/** A copy of a value as `JSON.parse(JSON.stringify(value))` gives it; undefined if JSON has none. Shared
 *  values are not copied, so that remembered results stay valid for them. */
export function copyJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return isScalar(value) ? value : throughJson(value);
  if (isSharedJson(value)) return value;
  if (Array.isArray(value)) return value.map((item) => copyJson(item) ?? null);
  // Assigned to the copy, a member of this name would be its prototype, whose members are read as its own.
  if ('toJSON' in value || Object.hasOwn(value, '__proto__')) return throughJson(value);
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const inner = copyJson((value as Readonly<Record<string, unknown>>)[name]);
    if (inner !== undefined) copy[name] = inner;
  }
  return copy;
}

/** Whether two JSON values are equal, with their members in the same order. */
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

/** Forbids adding properties to Object.prototype, for the whole process. jsonld keeps nodes in plain objects by
 *  their identifier. A node called `__proto__` would otherwise write its members into the prototype, and every
 *  later document of the process would be read with them. Documents that name `__proto__` are refused before jsonld
 *  reads them, so this is a second barrier. A service calls it at its start, because importing the library never
 *  changes the process. The properties that exist stay, and may still be overridden. */
export function closeObjectPrototype(): void {
  Object.preventExtensions(Object.prototype);
}

/** Freezes a value with everything inside it, so that many documents can share it. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
