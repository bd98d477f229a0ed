/** A JSON object as parsed from a stranger's text: nothing is known of its members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether the value is a JSON object (no array, no null). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member as text, or undefined where it is absent or something else. */
export function textOf(value: unknown, key: string): string | undefined {
  const member = isJsonObject(value) ? value[key] : undefined;
  return typeof member === 'string' ? member : undefined;
}

/** The value as a list: an array as it is, nothing as an empty one, anything else as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether `type` names the type, alone or among others. */
export function hasType(value: unknown, type: string): boolean {
  return isJsonObject(value) && listOf(value['type']).includes(type);
}

/** One more part of a JSON pointer (RFC 6901). */
export function pointerTo(parent: string, part: string | number): string {
  return `${parent}/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
