import { isJsonObject, type JsonObject, listOf, pointerTo } from './json-value.ts';

/** One place where a document says something of the thing with this `id`. */
interface Description {
  readonly pointer: string;
  readonly depth: number;
  readonly members: JsonObject;
}
/** Past every depth: what only refers to a thing never is its nearest description. */
const REFERS = 1000;

export interface Scattered {
  readonly pointer: string;
  readonly reason: string;
}

/** Members whose objects are documents of their own: each has its own graph or its own proof. */
const OF_THEIR_OWN = new Set(['proof', 'endorsement', 'verifiableCredential']);
/** What the second description of a thing may say without the first: only one place is read for each (plain-form.ts). */
const AT_HOME = new Set(['@context', 'id', 'type', 'narrative', 'endorsementComment']);
const TYPES_AT_HOME = new Set(['Criteria', 'Evidence', 'EndorsementSubject', 'Image']);

/** In a graph, two objects with one `id` are one thing: what the second says could be taken out of the first, where it
 *  would have been read. So the description nearest to the document must say all that another says. Of a `Profile`,
 *  whose name alone is shown, only the name counts. */
export function findScattered(document: JsonObject): Scattered | undefined {
  const byId = new Map<string, Description[]>();
  const inside: JsonObject[] = [];
  collect({ pointer: '', depth: 0, members: document }, byId, inside);
  for (const descriptions of byId.values()) {
    const found = descriptions.length > 1 ? compare(descriptions) : undefined;
    if (found) return found;
  }
  for (const credential of inside) {
    const found = findScattered(credential);
    if (found) return found;
  }
  return undefined;
}

function collect(description: Description, byId: Map<string, Description[]>, inside: JsonObject[]): void {
  const { pointer, depth, members } = description;
  const { id } = members;
  if (typeof id === 'string') {
    const known = byId.get(id);
    if (known) known.push(description);
    else byId.set(id, [description]);
  }
  for (const [name, value] of Object.entries(members)) {
    if (name === '@context') continue;
    for (const [at, item] of listOf(value).entries()) {
      if (!isJsonObject(item)) continue;
      if (OF_THEIR_OWN.has(name)) inside.push(item);
      else
        collect(
          { pointer: `${pointerTo(pointer, name)}/${at}`, depth: depth + 1, members: item },
          byId,
          inside,
        );
    }
  }
}

/** The nearest descriptions say the same, and all that the others say. */
function compare(descriptions: readonly Description[]): Scattered | undefined {
  const [near, ...others] = descriptions.toSorted((one, other) => distanceOf(one) - distanceOf(other));
  if (near === undefined) return undefined;
  const said = spellMembers(near.members);
  for (const other of others) {
    const isAsNear = distanceOf(other) === distanceOf(near);
    const missing = findMissing(near.members, said, other.members, isAsNear);
    if (missing !== undefined) {
      return { pointer: other.pointer, reason: `and ${near.pointer || 'the document'} differ in ${missing}` };
    }
  }
  return undefined;
}

function distanceOf({ depth, members }: Description): number {
  return listOf(members['type']).some((type) => TYPES_AT_HOME.has(String(type))) ? depth + REFERS : depth;
}

function findMissing(
  near: JsonObject,
  said: ReadonlyMap<string, string>,
  other: JsonObject,
  isAsNear: boolean,
): string | undefined {
  const [types, otherTypes] = [listOf(near['type']), listOf(other['type'])];
  const areBoth = (type: string) => types.includes(type) && otherTypes.includes(type);
  if (areBoth('Evidence')) return undefined;
  const type = otherTypes.find((one) => !types.includes(one) && !TYPES_AT_HOME.has(String(one)));
  if (type !== undefined) return String(type);
  const otherSays = spellMembers(other);
  const names = [...otherSays.keys(), ...(isAsNear ? said.keys() : [])];
  return names.find(
    (name) =>
      !AT_HOME.has(name) &&
      (name === 'name' || !areBoth('Profile')) &&
      said.get(name) !== otherSays.get(name),
  );
}

function spellMembers(members: JsonObject): ReadonlyMap<string, string> {
  return new Map(Object.entries(members).map(([name, value]) => [name, spell(value)]));
}

/** The same text for values that JSON-LD takes for the same: sets have no order, and one value is a set of one. */
function spell(value: unknown): string {
  if (Array.isArray(value)) return value.map(spell).toSorted().join(',');
  if (!isJsonObject(value)) return JSON.stringify(value) ?? '';
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${spell(member)}`);
  return `{${members.toSorted().join(',')}}`;
}
