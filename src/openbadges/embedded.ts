import { isJsonObject, type JsonObject, listOf, textOf } from './json-value.ts';

/** A credential as it stands inside another, in any form: an object, an envelope, or a compact JWS. */
export interface EmbeddedEndorsement {
  readonly value: unknown;
  /** Ids that it may be about. */
  readonly about: ReadonlySet<string>;
}

const ENDORSEMENTS = ['endorsement', 'endorsementJwt'] as const;
/** Members that hold credentials or proofs of their own: what stands inside them is theirs. */
const OF_THEIR_OWN = new Set<string>([...ENDORSEMENTS, 'verifiableCredential', 'proof', '@context']);

/** Every endorsement inside a credential, wherever it stands: Open Badges 3.0 has places for them in the credential, its
 *  achievement, and every Profile (issuer, creator, source, a parent organisation, the subject). An endorsement counts
 *  where it is about what it stands in, or about what the credential is made of: the credential itself, its issuer,
 *  its subject, its achievement, the achievement's creator, the source. Issuers gather them in `credential.endorsement`.
 *  Those of a badge inside a record are that badge's. */
export function findEndorsements(credential: JsonObject): readonly EmbeddedEndorsement[] {
  const named = new Set(partsOf(credential).flatMap((part) => idOf(part)));
  return placesOf(credential).flatMap((place) => {
    const values = ENDORSEMENTS.flatMap((member) => listOf(place[member]));
    if (values.length === 0) return [];
    const about = new Set([...named, ...idOf(place)]);
    return values.map((value) => ({ value, about }));
  });
}

/** The badges that a record of badges holds (CLR 2.0, `ClrSubject.verifiableCredential`), whatever the record calls
 *  itself: nobody makes them vanish by another type. */
export function findInnerCredentials(credential: JsonObject): readonly unknown[] {
  return listOf(credential['credentialSubject'])
    .filter(isJsonObject)
    .flatMap((subject) => listOf(subject['verifiableCredential']));
}

/** What a credential is made of: the things that an endorsement may be about. */
function partsOf(credential: JsonObject): readonly unknown[] {
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

/** The id of an object, or the id that stands alone in its place. */
function idOf(part: unknown): readonly string[] {
  const id = typeof part === 'string' ? part : textOf(part, 'id');
  return id === undefined ? [] : [id];
}

/** Every object of the credential in document order, but for what belongs to another credential. Its depth is bounded
 *  where the text is read. */
function placesOf(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((item) => placesOf(item));
  if (!isJsonObject(value)) return [];
  const members = Object.entries(value).filter(([name]) => !OF_THEIR_OWN.has(name));
  return [value, ...members.flatMap(([, member]) => placesOf(member))];
}
