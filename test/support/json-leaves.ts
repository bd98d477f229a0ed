import { isJsonObject, type JsonObject } from '../../src/open-badges/parsing/json-value.ts';

export type Path = readonly (string | number)[];

/** One change of one document: its place, its kind, and the changed document. */
export interface Tampered {
  readonly label: string;
  readonly document: JsonObject;
}

/** Every way to change one thing in a document: each leaf altered, each member removed, a member added to
 *  each object, an item removed from each array of several. Contexts are left alone: they only spell the
 *  content, and another spelling of the same content is not tampering. */
export function everyTampering(document: JsonObject, addition: JsonObject): readonly Tampered[] {
  const altered = leavesOf(document).map(([path, value]) => ({
    label: `${path.join('.')} altered`,
    document: replace(document, path, alter(value)),
  }));
  const removed = membersOf(document).map((path) => ({
    label: `${path.join('.')} removed`,
    document: replace(document, path, undefined),
  }));
  const added = objectsOf(document).map((path) => ({
    label: `${Object.keys(addition)[0]} added to ${path.join('.') || 'the document'}`,
    document: replace(document, path, { ...(valueAt(document, path) as JsonObject), ...addition }),
  }));
  return [...altered, ...removed, ...added];
}

/** Another value of the same kind and shape, so that the form stays valid where possible. */
function alter(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return text.replace(/^\d{4}/, (year) => String(Number(year) + 1));
  return /^\d+$/.test(text) ? String(Number(text) + 1) : `${text}x`;
}

function walk(value: unknown, path: Path, visit: (value: unknown, path: Path) => void): void {
  visit(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key !== '@context') walk(member, [...path, Array.isArray(value) ? Number(key) : key], visit);
  }
}

function leavesOf(document: JsonObject): readonly (readonly [Path, unknown])[] {
  const leaves: (readonly [Path, unknown])[] = [];
  walk(document, [], (value, path) => {
    if (typeof value !== 'object') leaves.push([path, value]);
  });
  return leaves;
}

/** Members of objects, and items of arrays with more than one item. */
function membersOf(document: JsonObject): readonly Path[] {
  const paths: Path[] = [];
  walk(document, [], (value, path) => {
    if (Array.isArray(value) && value.length < 2) return;
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      if (key !== '@context') paths.push([...path, Array.isArray(value) ? Number(key) : key]);
    }
  });
  return paths;
}

function objectsOf(document: JsonObject): readonly Path[] {
  const paths: Path[] = [];
  walk(document, [], (value, path) => {
    if (isJsonObject(value)) paths.push(path);
  });
  return paths;
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), document);
}

function replace(document: JsonObject, path: Path, value: unknown): JsonObject {
  const copy = structuredClone(document) as Record<string, unknown>;
  const last = path.at(-1);
  if (last === undefined) return value as JsonObject;
  const parent = valueAt(copy, path.slice(0, -1)) as object;
  if (value !== undefined) Reflect.set(parent, last, value);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}
