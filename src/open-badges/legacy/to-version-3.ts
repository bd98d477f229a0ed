import { isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { legacyDate } from './dates.ts';
import type { LegacyDocuments } from './schema.ts';

/** The content of an older badge under the names of version 3.0, so that one page and one comparison of
 *  recipients serve all versions. It is only for reading: this form is not signed. */
export function inCurrentForm(documents: LegacyDocuments, issuerId: string | undefined): JsonObject {
  const { version, assertion, badgeClass, profile } = documents;
  return filled({
    id: textOf(assertion, 'id') ?? textOf(assertion, 'uid'),
    type: ['OpenBadgeCredential'],
    issuer: filled({
      id: issuerId,
      name: textOf(profile, 'name'),
      url: textOf(profile, 'url'),
    }),
    validFrom: legacyDate(assertion['issuedOn'], version),
    validUntil: legacyDate(assertion['expires'], version),
    credentialSubject: { identifier: identifiersOf(documents), achievement: achievementOf(badgeClass) },
    evidence: evidenceOf(assertion),
  });
}

/** The recipient as identifiers. */
function identifiersOf({ assertion }: LegacyDocuments): readonly JsonObject[] {
  const { recipient } = assertion;
  const profile = assertion['extensions:recipientProfile'];
  const name = textOf(profile, 'name');
  const named =
    name === undefined ? [] : [identifier({ identityType: 'name', identity: name, hashed: false })];
  if (!isJsonObject(recipient)) return named;
  const isEmail = listOf(recipient['type']).includes('email');
  const identityType = isEmail ? 'emailAddress' : 'ext:other';
  const { identity, hashed, salt } = recipient;
  return [identifier({ identityType, identity, hashed: hashed === true, salt }), ...named];
}

function identifier(stated: {
  readonly identityType: string;
  readonly identity: unknown;
  readonly hashed: boolean;
  readonly salt?: unknown;
}): JsonObject {
  const { identity, identityType, hashed, salt } = stated;
  return filled({ type: 'IdentityObject', identityType, hashed, identityHash: identity, salt });
}

function achievementOf(badgeClass: JsonObject): JsonObject {
  const { criteria, image } = badgeClass;
  return filled({
    id: textOf(badgeClass, 'id'),
    name: textOf(badgeClass, 'name'),
    description: textOf(badgeClass, 'description'),
    criteria: typeof criteria === 'string' ? { id: criteria } : criteria,
    image: typeof image === 'string' ? { id: image } : image,
    alignment: listOf(badgeClass['alignment']).map(alignmentOf),
  });
}

function alignmentOf(alignment: unknown): JsonObject {
  return filled({
    targetName: textOf(alignment, 'targetName') ?? textOf(alignment, 'name'),
    targetUrl: textOf(alignment, 'targetUrl') ?? textOf(alignment, 'url'),
    targetFramework: textOf(alignment, 'targetFramework'),
    targetCode: textOf(alignment, 'targetCode'),
  });
}

function evidenceOf(assertion: JsonObject): readonly JsonObject[] {
  const narrative = textOf(assertion, 'narrative');
  const stated = listOf(assertion['evidence']).map((one) => (typeof one === 'string' ? { id: one } : one));
  return [...(narrative === undefined ? [] : [{ narrative }]), ...stated.filter(isJsonObject)];
}

function filled(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
