import { CLR_V2_0_1, CREDENTIALS_V1, CREDENTIALS_V2, OPEN_BADGES_V3_0_3 } from '../contexts/addresses.ts';
import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import type { Problem } from '../parsing/problem.ts';
import { missing, wrong } from '../parsing/typed-members.ts';
import { checkOpenBadge } from '../schema/conformance.ts';
import { checkIssuedForm, checkMembers, checkPeriod, checkRecipient } from '../schema/data-model-checks.ts';

/** Problems of a record of badges under CLR 2.0 (ClrCredential and ClrSubject), besides those of the W3C data
 *  model, 2.0 or 1.1. A record must name its subject, its beginning and its content. */
export function checkRecord(record: JsonObject): readonly Problem[] {
  const subject = record['credentialSubject'];
  const [model] = listOf(record['@context']);
  const beginning = model === CREDENTIALS_V1 ? 'issuanceDate' : 'validFrom';
  const absent = ['id', 'name', beginning].filter((name) => record[name] === undefined);
  return [
    ...absent.map((name) => missing('', name)),
    ...(isJsonObject(subject) ? checkSubject(subject) : [wrong('/credentialSubject', 'is not one object')]),
    ...checkRecipient(record),
    ...checkPeriod(record),
  ];
}

/** Contexts of the records that we sign, in this order. */
export const RECORD_CONTEXTS = [CREDENTIALS_V2, CLR_V2_0_1, OPEN_BADGES_V3_0_3] as const;

const ASSOCIATION_TYPES: readonly unknown[] = [
  'exactMatchOf',
  'isChildOf',
  'isParentOf',
  'isPartOf',
  'isPeerOf',
  'isRelatedTo',
  'precedes',
  'replacedBy',
];

/** The same check, without tolerance, for a record that we are about to sign. Its contexts are exactly [v2,
 *  CLR, OB], every badge has its own proof and follows the standard, and associations link achievements of
 *  these badges. */
export function checkIssuedRecord(record: JsonObject): readonly Problem[] {
  const subject = record['credentialSubject'];
  const badges = isJsonObject(subject) ? listOf(subject['verifiableCredential']) : [];
  return [
    ...checkRecord(record),
    ...checkIssuedForm(record, RECORD_CONTEXTS),
    ...checkMembers(record),
    ...badges.flatMap((badge, at) => {
      const place = `/credentialSubject/verifiableCredential/${at}`;
      const problems = checkOpenBadge(badge).map((one) => ({ ...one, pointer: `${place}${one.pointer}` }));
      return isJsonObject(badge) && listOf(badge['proof']).length > 0
        ? problems
        : [...problems, missing(place, 'proof')];
    }),
    ...(isJsonObject(subject) ? checkAssociations(subject, badges) : []),
  ];
}

function checkAssociations(subject: JsonObject, badges: readonly unknown[]): readonly Problem[] {
  const known = new Set(badges.map(achievementIdOf));
  return listOf(subject['association']).flatMap((one, at) => {
    const place = `/credentialSubject/association/${at}`;
    if (!isJsonObject(one) || !hasType(one, 'Association'))
      return [wrong(`${place}/type`, 'is not Association')];
    return [
      ...(ASSOCIATION_TYPES.includes(one['associationType'])
        ? []
        : [wrong(`${place}/associationType`, 'is not a term of the standard')]),
      ...(['sourceId', 'targetId'] as const)
        .filter((end) => !known.has(textOf(one, end)))
        .map((end) => wrong(`${place}/${end}`, 'is not an achievement of the record')),
    ];
  });
}

function achievementIdOf(badge: unknown): string | undefined {
  const subject = isJsonObject(badge) ? badge['credentialSubject'] : undefined;
  return textOf(isJsonObject(subject) ? subject['achievement'] : undefined, 'id');
}

function checkSubject(subject: JsonObject): readonly Problem[] {
  return [
    ...(hasType(subject, 'ClrSubject') ? [] : [wrong('/credentialSubject/type', 'is not ClrSubject')]),
    ...(listOf(subject['verifiableCredential']).length > 0
      ? []
      : [missing('/credentialSubject', 'verifiableCredential')]),
  ];
}
