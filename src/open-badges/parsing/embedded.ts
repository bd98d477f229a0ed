import { isJsonObject, type JsonObject, listOf, textOf } from './json-value.ts';

/** An endorsement inside another credential, in any form: an object, an envelope or a compact JWS. */
export interface EmbeddedEndorsement {
  readonly value: unknown;
  /** Ids of the objects that it may be about. */
  readonly about: ReadonlySet<string>;
}

const ENDORSEMENTS = ['endorsement', 'endorsementJwt'] as const;
/** Members that contain other credentials or proofs. Objects inside them do not belong to the outer
 *  credential. */
const OF_THEIR_OWN = new Set<string>([...ENDORSEMENTS, 'verifiableCredential', 'proof', '@context']);

/** Every endorsement inside a credential, at any place. Open Badges 3.0 allows them in the credential, its
 *  achievement and every Profile (issuer, creator, source, a parent organisation, the subject). An
 *  endorsement counts if it is about the object that contains it, or about a main part of the credential: the
 *  credential itself, its issuer, its subject, its achievement, the achievement's creator, or the source.
 *  Some issuers put all of these into `credential.endorsement`. The endorsements of a badge inside a record
 *  belong to that badge. */
export function findEndorsements(credential: JsonObject): readonly EmbeddedEndorsement[] {
  const places: JsonObject[] = [];
  collectPlaces(credential, places);
  if (places.length === 0) return [];
  const named = new Set(endorsableObjects(credential).flatMap((part) => idOf(part)));
  return places.flatMap((place) => {
    const values = ENDORSEMENTS.flatMap((member) => listOf(place[member]));
    const about = new Set([...named, ...idOf(place)]);
    return values.map((value) => ({ value, about }));
  });
}

/** The badges in a record of badges (CLR 2.0, `ClrSubject.verifiableCredential`). They are found whatever
 *  types the record states, so that a false type cannot hide them. */
export function findInnerCredentials(credential: JsonObject): readonly unknown[] {
  return listOf(credential['credentialSubject'])
    .filter(isJsonObject)
    .flatMap((subject) => listOf(subject['verifiableCredential']));
}

/** The main parts of a credential that an endorsement may be about. */
function endorsableObjects(credential: JsonObject): readonly unknown[] {
  const subjects = listOf(credential['credentialSubject']).filter(isJsonObject);
  const achievements = subjects.flatMap((subject) => listOf(subject['achievement'])).filter(isJsonObject);
  return [
    credential,
    credential['issuer'],
    ...subjects,
    ...subjects.map((subject) => subject['source']),
    ...achievements,
    ...achievements.map((achievement) => achievement['creator']),
  ];
}

/** The id of an object, or the id that stands in its place as a string. */
function idOf(part: unknown): readonly string[] {
  const id = typeof part === 'string' ? part : textOf(part, 'id');
  return id === undefined ? [] : [id];
}

/** Every object of the credential that has endorsements, in document order. Inner credentials are left out.
 *  The depth was limited when the text was read. */
function collectPlaces(value: unknown, places: JsonObject[]): void {
  if (Array.isArray(value)) for (const item of value) collectPlaces(item, places);
  if (!isJsonObject(value)) return;
  if (ENDORSEMENTS.some((member) => value[member] !== undefined)) places.push(value);
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'object' && !OF_THEIR_OWN.has(name)) collectPlaces(member, places);
  }
}
