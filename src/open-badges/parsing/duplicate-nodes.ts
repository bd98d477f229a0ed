import { isJsonObject, type JsonObject, listOf, type Path, pointerOf } from './json-value.ts';

/** A place where a document describes the object with this `id`. */
interface Description {
  readonly path: Path;
  readonly depth: number;
  readonly members: JsonObject;
}
/** The depth given to an object that only refers to another: it is larger than any real depth, so that a
 *  reference is never the nearest description. */
const REFERS = 1000;

/** Two descriptions of one object that do not agree. */
export interface Scattered {
  readonly pointer: string;
  readonly reason: string;
}

/** Members whose objects are separate documents, with their own graph or their own proof. */
const OF_THEIR_OWN = new Set(['proof', 'endorsement', 'verifiableCredential']);
/** Members that a second description of an object may have although the first has not, because each is read
 *  at only one place (compacted-form.ts). */
const AT_HOME = new Set(['@context', 'id', 'type', 'narrative', 'endorsementComment']);
const OF_ANY_OBJECT = new Set(['@context', 'id', 'type']);
const TYPES_AT_HOME = new Set(['Criteria', 'Evidence', 'EndorsementSubject', 'Image']);

/** Two places whose objects may have one `id` without saying the same, because a reader looks for these members
 *  at the second place alone. */
interface Meeting {
  readonly near: string;
  readonly far: string;
  /** The only type of the object at the second place. */
  readonly type: string;
  readonly own: ReadonlySet<string>;
}

/** What an AchievementSubject has and no Profile does (Open Badges 3.0, AchievementSubject). */
const OF_A_SUBJECT = [
  ...['achievement', 'identifier', 'result', 'role', 'source', 'term', 'narrative'],
  ...['activityStartDate', 'activityEndDate', 'creditsEarned', 'licenseNumber'],
];
const ISSUER: Path = { around: { around: undefined, part: 'issuer' }, part: 0 };
const MEETINGS: readonly Meeting[] = [
  // An issuer that recognises itself.
  { near: 'issuer', far: 'credentialSubject', type: 'AchievementSubject', own: new Set(OF_A_SUBJECT) },
  // A badge whose newest version is read at its own address, as in the examples of the standard.
  { near: '', far: 'refreshService', type: '1EdTechCredentialRefresh', own: new Set() },
  // A page that is both the criteria and the evidence.
  {
    ...{ near: 'criteria', far: 'evidence', type: 'Evidence' },
    own: new Set(['name', 'description', 'genre', 'audience']),
  },
  // One picture with two captions.
  { near: 'image', far: 'image', type: 'Image', own: new Set(['caption']) },
];

/** In a graph, two objects with the same `id` are one object. A member could thus be moved from the
 *  description that is read to another one, under the same signature. The description nearest to the root
 *  must therefore contain everything in the others. For a `Profile` only the name is compared, because
 *  nothing else of it is shown. */
export function findScattered(document: JsonObject, speller = makeSpeller()): Scattered | undefined {
  const byId = new Map<string, Description[]>();
  const inside: JsonObject[] = [];
  collect({ path: undefined, depth: 0, members: document }, byId, inside);
  addIssuerAsText(document, byId);
  for (const descriptions of byId.values()) {
    const found = descriptions.length > 1 ? compare(descriptions, speller) : undefined;
    if (found) return found;
  }
  for (const credential of inside) {
    const found = findScattered(credential, speller);
    if (found) return found;
  }
  return undefined;
}

function collect(description: Description, byId: Map<string, Description[]>, inside: JsonObject[]): void {
  const { path, depth, members } = description;
  const { id } = members;
  if (typeof id === 'string') {
    const known = byId.get(id);
    if (known) known.push(description);
    else byId.set(id, [description]);
  }
  for (const name of Object.keys(members)) {
    const value = members[name];
    if (name === '@context' || typeof value !== 'object') continue;
    const around = { around: path, part: name };
    for (const [part, item] of listOf(value).entries()) {
      if (!isJsonObject(item)) continue;
      if (OF_THEIR_OWN.has(name)) inside.push(item);
      else collect({ path: { around, part }, depth: depth + 1, members: item }, byId, inside);
    }
  }
}

/** An issuer that is a text says nothing of itself. Where the recipient has the same `id`, that one must not say
 *  it in its place. */
function addIssuerAsText({ issuer }: JsonObject, byId: ReadonlyMap<string, Description[]>): void {
  if (typeof issuer !== 'string') return;
  const known = byId.get(issuer);
  if (known?.some((one) => placeOf(one) === 'credentialSubject'))
    known.push({ path: ISSUER, depth: 1, members: { id: issuer } });
}

/** The name of the member that holds an object; empty for the document itself. */
function placeOf({ path }: Description): string {
  return String(path?.around?.part ?? '');
}

interface Pair {
  readonly near: Description;
  readonly other: Description;
}

/** Two descriptions that may stand at their two places under one `id`, the one that holds the meeting's own
 *  members second. Undefined if the first holds one of them too, because a reader of the second place would
 *  miss it, and where a third description could hold some of them. */
function findMeeting(
  one: Description,
  other: Description,
  all: readonly Description[],
): (Pair & { readonly own: Meeting['own'] }) | undefined {
  for (const { near: nearPlace, far, type, own } of MEETINGS) {
    for (const pair of [
      { near: one, other },
      { near: other, other: one },
    ]) {
      const types = typesOf(pair.other.members);
      if (placeOf(pair.near) !== nearPlace || placeOf(pair.other) !== far) continue;
      if (types.size !== 1 || !types.has(type)) continue;
      if (nearPlace !== far && Object.keys(pair.near.members).some((name) => own.has(name))) continue;
      if (nearPlace !== far && all.filter((each) => placeOf(each) === far).length > 1) continue;
      return { ...pair, own };
    }
  }
  return undefined;
}

/** Checks that the nearest descriptions agree, and that they contain everything in the others. */
function compare(descriptions: readonly Description[], speller: Speller): Scattered | undefined {
  const [near, ...others] = descriptions
    .map((one) => ({ ...one, distance: distanceOf(one) }))
    .toSorted((one, other) => one.distance - other.distance || ofIssuer(other) - ofIssuer(one));
  if (near === undefined) return undefined;
  const stated = sayingOf(near, speller);
  for (const other of others) {
    const meeting = findMeeting(near, other, descriptions);
    const missing = meeting
      ? findUnlike(sayingOf(meeting.near, speller), sayingOf(meeting.other, speller), meeting.own)
      : findMissing(stated, sayingOf(other, speller), other.distance === near.distance);
    if (missing !== undefined) {
      const nearest = pointerOf(near.path) || 'the document';
      return { pointer: pointerOf(other.path), reason: `and ${nearest} differ in ${missing}` };
    }
  }
  return undefined;
}

/** Of two descriptions as near, the issuer's counts first, whatever the order of members. */
const ofIssuer = (description: Description) => Number(placeOf(description) === 'issuer');

function distanceOf({ depth, members }: Description): number {
  return listOf(members['type']).some((type) => TYPES_AT_HOME.has(String(type))) ? depth + REFERS : depth;
}

function typesOf(members: JsonObject): ReadonlySet<unknown> {
  return new Set(listOf(members['type']));
}

interface NodeContent {
  readonly types: ReadonlySet<unknown>;
  readonly members: ReadonlyMap<string, number>;
}

function sayingOf({ members }: Description, speller: Speller): NodeContent {
  return { types: typesOf(members), members: spellMembers(members, speller) };
}

/** A member at the second place of a meeting that is neither that place's own nor the same at the first. */
function findUnlike(near: NodeContent, other: NodeContent, own: Meeting['own']): string | undefined {
  return [...other.members.keys()].find(
    (name) =>
      !own.has(name) && !OF_ANY_OBJECT.has(name) && near.members.get(name) !== other.members.get(name),
  );
}

function findMissing(near: NodeContent, other: NodeContent, isAsNear: boolean): string | undefined {
  // Both must have this type and no other. With a second type at both places, another object could use the
  // exception.
  const areBoth = (type: string) => [near, other].every(({ types }) => types.size === 1 && types.has(type));
  if (areBoth('Evidence')) return undefined;
  const type = [...other.types].find((one) => !near.types.has(one) && !TYPES_AT_HOME.has(String(one)));
  if (type !== undefined) return String(type);
  const differs = (name: string) => !AT_HOME.has(name) && near.members.get(name) !== other.members.get(name);
  if (areBoth('Profile'))
    return (isAsNear || other.members.has('name')) && differs('name') ? 'name' : undefined;
  for (const name of other.members.keys()) if (differs(name)) return name;
  if (isAsNear) for (const name of near.members.keys()) if (differs(name)) return name;
  return undefined;
}

/** Numbers values, with the same number for values that JSON-LD treats as equal: sets have no order, and one
 *  value equals a set of one. */
type Speller = (value: unknown) => number;

function spellMembers(members: JsonObject, speller: Speller): ReadonlyMap<string, number> {
  return new Map(Object.entries(members).map(([name, value]) => [name, speller(value)]));
}

/** Each object is numbered once, by the numbers of its members. Descriptions may contain one another;
 *  comparing texts would write an inner one again for each outer one. */
function makeSpeller(): Speller {
  const numbers = new Map<string, number>();
  const known = new Map<unknown, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const spell = (value: unknown): number => {
    if (Array.isArray(value)) {
      return value.length === 1 ? speller(value[0]) : numberOf(`[${value.map(speller).toSorted().join()}]`);
    }
    if (!isJsonObject(value)) return numberOf(`=${JSON.stringify(value)}`);
    const members = Object.entries(value).map(
      ([name, member]) => `${JSON.stringify(name)}:${speller(member)}`,
    );
    return numberOf(`{${members.toSorted().join()}}`);
  };
  const speller = (value: unknown): number => {
    const number = known.get(value) ?? spell(value);
    known.set(value, number);
    return number;
  };
  return speller;
}
