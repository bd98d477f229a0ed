const known = new WeakSet<object>();

/** Whether a value is JSON that cannot change any more: frozen all the way down, without accessors. */
export function isFrozenJson(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isScalar(value);
  if (known.has(value)) return true;
  if (!Object.isFrozen(value) || !isPlain(value)) return false;
  const members = Object.values(Object.getOwnPropertyDescriptors(value));
  if (!members.every((member) => 'value' in member && isFrozenJson(member.value))) return false;
  known.add(value);
  return true;
}

/** A copy of a value as JSON would give it back. Frozen parts are not copied, so that what is known of them
 *  still holds. */
function copyJson(value: unknown): unknown {
  if (isFrozenJson(value)) return value;
  if (Array.isArray(value)) return value.map((item) => copyJson(item) ?? null);
  if (typeof value !== 'object' || value === null || !isPlain(value) || 'toJSON' in value) {
    return JSON.parse(JSON.stringify(value) ?? 'null');
  }
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) copy[name] = copyJson(member);
  }
  return copy;
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
}
