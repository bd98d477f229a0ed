/** A JSON object parsed from an external text. Its members may have any type. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether the value is a JSON object: neither an array nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member as text; undefined if it is absent or not a text. */
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

/** Whether a JSON value is nested deeper than `limit` levels. It looks no deeper than the limit, so that any
 *  parsed text is safe. */
export function exceedsDepth(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  for (const member of Array.isArray(value) ? value : Object.values(value)) {
    if (exceedsDepth(member, limit - 1)) return true;
  }
  return false;
}

/** The place of a value in a document: the place around it and one more step; undefined for the document
 *  itself. The pointer is written out only if a fault is reported. */
export type Path = { readonly around: Path; readonly part: string | number } | undefined;

/** The JSON pointer of the place (RFC 6901). */
export function pointerOf(path: Path): string {
  return path === undefined ? '' : pointerTo(pointerOf(path.around), path.part);
}
