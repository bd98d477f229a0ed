import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import type { Problem } from '../parsing/problem.ts';
import { isWebAddress, type LegacyBadge, type LegacyKind, type LegacyVersion, statedKind } from './badge.ts';
import { legacyDate } from './dates.ts';

/** A badge with the documents to which it refers, each as served at its own address. */
export interface LegacyDocuments {
  readonly version: LegacyVersion;
  readonly assertion: JsonObject;
  readonly badgeClass: JsonObject;
  readonly profile: JsonObject;
}

/** A rule of the standard: the pointer of the member, whether the rule holds, and the reason if it does
 *  not. */
type Rule = readonly [pointer: string, holds: boolean, reason: string];

/** Faults of an assertion, its class and its issuer in the members that are judged: recipient, badge, issuer,
 *  dates and verification (Open Badges 2.0, "Required"; Open Badges 1.1). */
export function legacyErrors(documents: LegacyDocuments, kind: LegacyKind): readonly Problem[] {
  const { version, assertion, badgeClass, profile } = documents;
  const rules: readonly Rule[] = [
    ...assertionRules(assertion, version),
    ['/verification', statedKind(documents) === kind, `is not ${kind}`],
    ['/badge/name', isFilled(badgeClass['name']), 'is no text'],
    ['/badge/type', isTyped(badgeClass, ['BadgeClass'], version), 'is not BadgeClass'],
    ['/issuer/name', isFilled(profile['name']), 'is no text'],
    ['/issuer/type', isTyped(profile, ['Profile', 'Issuer', 'IssuerOrg'], version), 'is not Profile'],
  ];
  return toProblems(rules);
}

/** Further required members of a class or issuer that are only shown (docs/adr/0021). */
export function legacyNonConformities({ version, badgeClass, profile }: LegacyDocuments): readonly Problem[] {
  return toProblems([
    ['/badge/description', isFilled(badgeClass['description']), 'is no text'],
    ['/badge/image', hasValue(badgeClass['image']), 'is missing'],
    ['/badge/criteria', hasValue(badgeClass['criteria']), 'is missing'],
    ['/issuer/url', isWebAddress(profile['url']), 'is no address'],
    ['/issuer/email', version !== '2.0' || isFilled(profile['email']), 'is no text'],
  ]);
}

function assertionRules(assertion: JsonObject, version: LegacyVersion): readonly Rule[] {
  const { expires, issuedOn } = assertion;
  return [
    ['/expires', expires === undefined || legacyDate(expires, version) !== undefined, 'is no date'],
    ['/recipient', isRecipient(assertion['recipient']), 'names no recipient'],
    ['/id', version !== '2.0' || URL.canParse(textOf(assertion, 'id') ?? ''), 'is no address'],
    ['/id', version !== '1.0' || isFilled(assertion['uid']), 'has no uid'],
    ['/type', isTyped(assertion, ['Assertion'], version), 'is not Assertion'],
    ['/verification', !hasTwoVerifications(assertion), 'stands twice, in two spellings'],
    ['/issuedOn', legacyDate(issuedOn, version) !== undefined, 'is no date-time with a zone'],
  ];
}

function hasTwoVerifications({ verify, verification }: JsonObject): boolean {
  return verify !== undefined && verification !== undefined;
}

function isRecipient(recipient: unknown): boolean {
  if (!isJsonObject(recipient)) return false;
  const { identity, hashed, salt } = recipient;
  const isPlain = salt === undefined || typeof salt === 'string';
  return isFilled(identity) && listOf(recipient['type']).some(isFilled) && isPlain && isHashedFlag(hashed);
}

/** Whether `hashed` is valid. In all these versions its absence means "not hashed". */
function isHashedFlag(hashed: unknown): boolean {
  return hashed === undefined || typeof hashed === 'boolean';
}

/** Whether the document has one of the types. Version 1.1 asks for types, but its classes and issuers often
 *  have none. */
function isTyped(document: JsonObject, types: readonly string[], version: LegacyVersion): boolean {
  if (version !== '2.0' && document['type'] === undefined) return true;
  return types.some((type) => hasType(document, type));
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function hasValue(value: unknown): boolean {
  return isFilled(value) || isJsonObject(value) || (Array.isArray(value) && value.length > 0);
}

function toProblems(rules: readonly Rule[]): readonly Problem[] {
  return rules
    .filter(([, holds]) => !holds)
    .map(([pointer, , reason]): Problem => ({ pointer, code: 'schema-mismatch', reason }));
}

/** Whether the badge has endorsements. Endorsements of older badges are not verified here. */
export function hasLegacyEndorsements({
  assertion,
  badgeClass,
}: Pick<LegacyDocuments, 'assertion' | 'badgeClass'>) {
  return [assertion, badgeClass].some(({ endorsement }) => listOf(endorsement).length > 0);
}

/** The documents that are contained in the badge itself. */
export function givenDocuments({ version, assertion }: LegacyBadge): LegacyDocuments {
  const badgeClass = isJsonObject(assertion['badge']) ? assertion['badge'] : {};
  const profile = isJsonObject(badgeClass['issuer']) ? badgeClass['issuer'] : {};
  return { version, assertion, badgeClass, profile };
}
