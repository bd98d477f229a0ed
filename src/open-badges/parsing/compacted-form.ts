import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/addresses.ts';
import type { DocumentError } from './document-error.ts';
import { findScattered } from './duplicate-nodes.ts';
import { isJsonObject, type JsonObject, listOf, type Path, pointerOf } from './json-value.ts';

/** The place of an object: the name of the member that contains it; empty for the document itself. */
type Place = string;

/** Members whose values are credentials. Objects with a credential type are allowed nowhere else. */
const CREDENTIAL_PLACES = new Set<Place>(['', 'endorsement', 'verifiableCredential']);
/** Types that define the meaning of a credential's members. */
const CREDENTIAL_TYPES = new Set([
  'VerifiableCredential',
  'EnvelopedVerifiableCredential',
  'OpenBadgeCredential',
  'AchievementCredential',
  'EndorsementCredential',
  'ClrCredential',
  'BitstringStatusListCredential',
  'StatusList2021Credential',
  'VerifiablePresentation',
  'EnvelopedVerifiablePresentation',
]);
/** Members read as text, although JSON-LD also accepts an object with an `id`. */
const TEXT_MEMBERS = new Set(['statusListCredential', 'verificationMethod', 'previousProof', 'proofPurpose']);
/** Members with a single value. JSON-LD treats an array of one as that value; a JSON reader does not. */
const SINGLE = new Set([
  ...['name', 'description', 'narrative', 'issuer', 'url'],
  ...['validFrom', 'validUntil', 'issuanceDate', 'expirationDate', 'awardedDate'],
  ...['statusListCredential', 'statusListIndex', 'encodedList'],
  ...['created', 'expires', 'cryptosuite', 'proofPurpose', 'proofValue', 'verificationMethod'],
  ...['identityHash', 'identityType', 'givenName', 'familyName', 'role', 'term', 'value'],
]);
/** Members read with their JSON type, although JSON-LD also accepts a text. */
const NATIVE = new Map([
  ['hashed', 'boolean'],
  ['partial', 'boolean'],
  ['statusSize', 'number'],
]);
/** Members allowed only at these places, so that they cannot be moved to another description of the same
 *  object. */
const HOMES = new Map<string, readonly Place[]>([
  ['narrative', ['criteria', 'evidence', 'credentialSubject']],
  ['endorsementComment', ['credentialSubject']],
]);
const LANGUAGE_MEMBERS = new Set(['@value', '@language', '@direction']);
/** A class name. Every context that we hold writes its classes like this, and none of its properties. */
const CLASS = /^[A-Z0-9][A-Za-z0-9_-]*$/;
/** A name that needs no further check: it is not a keyword, an IRI or a class. */
const ORDINARY_NAME = /^[a-z][A-Za-z0-9]*$/;

/** Characters of a pointer that a report repeats. Its names come from outside. */
const SHOWN = 200;

/** Reasons of documents that say themselves what their words mean. Only published vocabularies are read. */
const INLINE = 'defines a vocabulary of its own';
const TYPE_AS_ADDRESS = 'is a type named by an address';

type Found = { readonly pointer: string; readonly reason: string };

/** The first reason why the JSON of a document does not express everything that its graph expresses. A
 *  signature over a graph (RDF Dataset Canonicalization) stays valid when a member is moved to `@nest`, to
 *  its full IRI or to another name. A JSON reader would then miss the member, so such a document is refused.
 *  docs/adr/0013 gives the rules; JSON-LD expansion and compaction do not change a document that follows
 *  them. All inner parts (endorsements, badges, proofs) must follow the same rules. */
export function findNotPlain(document: JsonObject): DocumentError | undefined {
  const found = checkObject(document, '', undefined) ?? findScattered(document);
  if (found === undefined) return undefined;
  const pointer = found.pointer.slice(0, SHOWN);
  const { reason } = found;
  const code = reason === INLINE || reason === TYPE_AS_ADDRESS ? 'own-vocabulary' : 'not-plain-form';
  return { code, reason: `${pointer || 'the document'} ${reason}`, params: { pointer } };
}

function checkValue(value: unknown, place: Place, path: Path): Found | undefined {
  if (typeof value === 'string') return checkText(value, path);
  if (Array.isArray(value)) return checkItems(value, place, path);
  return isJsonObject(value) ? checkObject(value, place, path) : undefined;
}

function checkItems(items: readonly unknown[], place: Place, around: Path): Found | undefined {
  for (const [part, item] of items.entries()) {
    const here = { around, part };
    const found = Array.isArray(item)
      ? fault(here, 'is an array inside an array')
      : checkValue(item, place, here);
    if (found) return found;
  }
  return undefined;
}

function checkText(text: string, path: Path): Found | undefined {
  if (!text.isWellFormed()) return fault(path, 'is no Unicode text');
  if (!text.includes(':')) return undefined;
  if (text.startsWith('_:')) return fault(path, 'is the label of a node without name');
  const scheme = /^([^:/?#\s]+):(?!\/\/)\S*$/.exec(text)?.[1];
  if (scheme === undefined || !PREFIXES.has(scheme)) return undefined;
  return fault(path, `begins with a prefix of its contexts, ${scheme}`);
}

function checkObject(object: JsonObject, place: Place, path: Path): Found | undefined {
  const names = Object.keys(object);
  if (names.some((name) => name.startsWith('@') && LANGUAGE_MEMBERS.has(name)))
    return checkLanguageValue(object, path);
  const standing = checkStanding(object, place);
  if (standing !== undefined) return fault(path, standing);
  const around = { object, place };
  for (const name of names) {
    const here = { around: path, part: name };
    const value = object[name];
    const reason = checkName(name, place) ?? checkMember(name, value, around);
    if (reason !== undefined) return fault(here, reason);
    const found = name === '@context' ? undefined : checkValue(value, name, here);
    if (found) return found;
  }
  return undefined;
}

function fault(path: Path, reason: string): Found {
  return { pointer: pointerOf(path), reason };
}

/** A language value may contain only the text and its language. A text without a language must be a plain
 *  string. */
function checkLanguageValue(object: JsonObject, path: Path): Found | undefined {
  const isWell =
    Object.entries(object).every(([name, text]) => LANGUAGE_MEMBERS.has(name) && typeof text === 'string') &&
    object['@value'] !== undefined &&
    Object.keys(object).length > 1;
  return isWell ? undefined : fault(path, 'is no text with its language');
}

/** A credential may occur only if credentials are allowed, and only with the contexts by which it is
 *  read. */
function checkStanding(object: JsonObject, place: Place): string | undefined {
  const isCredential = listOf(object['type']).some((type) => CREDENTIAL_TYPES.has(String(type)));
  if (!isCredential) return undefined;
  if (!CREDENTIAL_PLACES.has(place)) return 'is a credential where none stands';
  return object['@context'] === undefined ? 'is a credential without contexts' : undefined;
}

function checkName(name: string, place: Place): string | undefined {
  if (name === '@context') return undefined;
  if (!ORDINARY_NAME.test(name)) {
    if (name.startsWith('@')) return 'is a keyword of JSON-LD';
    if (name.includes(':')) return 'is named by an IRI or a prefix';
    if (!name.isWellFormed() || CLASS.test(name)) return 'is no name of a property';
  }
  const homes = HOMES.get(name);
  return homes && !homes.includes(place) ? `stands in ${place || 'the document'}` : undefined;
}

interface Around {
  readonly object: JsonObject;
  readonly place: Place;
}

function checkMember(name: string, value: unknown, { object, place }: Around): string | undefined {
  if (name === '@context') return checkContext(value, object, place);
  if (name === 'type') {
    const odd = listOf(value).find((type) => typeof type !== 'string' || !CLASS.test(type));
    if (odd === undefined) return undefined;
    return typeof odd === 'string' && URL.canParse(odd) ? TYPE_AS_ADDRESS : 'is not the name of a class';
  }
  if (name === 'id') return typeof value === 'string' ? undefined : 'is no text';
  const isSingle = SINGLE.has(name) || (name === 'statusPurpose' && place === 'credentialStatus');
  if (isSingle && Array.isArray(value) && value.length === 1) return 'is an array of one';
  if (TEXT_MEMBERS.has(name)) return checkTexts(name, value);
  const kind = NATIVE.get(name);
  return kind !== undefined && typeof value !== kind ? `is no ${kind}` : undefined;
}

function checkTexts(name: string, value: unknown): string | undefined {
  if (!listOf(value).every((text) => typeof text === 'string')) return 'is no text';
  return name === 'proofPurpose' && String(value).includes(':') ? 'is no term' : undefined;
}

/** Contexts must be addresses, and may occur only on credentials and proofs. An unknown address is refused
 *  later, by the check of terms. */
function checkContext(value: unknown, object: JsonObject, place: Place): string | undefined {
  const contexts = listOf(value);
  if (contexts.some(isJsonObject)) return INLINE;
  if (contexts.length === 0 || !contexts.every((context) => typeof context === 'string')) {
    return 'is not a list of addresses';
  }
  // Each context must be processed in full, and a repeated one adds nothing.
  if (new Set(contexts).size < contexts.length) return 'names one address twice';
  if (place === 'proof') return undefined;
  const isCredential = listOf(object['type']).some((type) => CREDENTIAL_TYPES.has(String(type)));
  if (!isCredential) return 'stands in a part of a credential';
  const isFirst = contexts[0] === CREDENTIALS_V2 || contexts[0] === CREDENTIALS_V1;
  return isFirst ? undefined : 'does not begin with that of a data model';
}

/** The prefixes of all contexts that are held here. They are listed because a browser has no room for the
 *  contexts. */
export const PREFIXES: ReadonlySet<string> = new Set(['cred', 'sec', 'xsd', 'obi', 'ctzn', 'schema']);
