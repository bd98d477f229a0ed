/** A JSON object parsed from an external text. Its members may have any type. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether the value is a JSON object: neither an array nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member as text; undefined where it is absent or not a text. */
export function textOf(value: unknown, key: string): string | undefined {
  const member = isJsonObject(value) ? value[key] : undefined;
  return typeof member === 'string' ? member : undefined;
}

/** The value as a list: an array unchanged, an absent value as an empty list, any other value as a list of
 *  one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether `type` contains the type, alone or among others. */
export function hasType(value: unknown, type: string): boolean {
  return isJsonObject(value) && listOf(value['type']).includes(type);
}

/** The JSON pointer extended by one part (RFC 6901). */
export function pointerTo(parent: string, part: string | number): string {
  return `${parent}/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
