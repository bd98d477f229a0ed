import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/addresses.ts';
import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import type { Problem } from '../parsing/problem.ts';
import { parseDateTime } from '../schema/rfc3339.ts';

type Check = (credential: JsonObject) => boolean;

/** The conditions of the reference implementation before it signs a credential (`_checkCredential` of
 *  @digitalbazaar/vc, mode `issue`). */
const CHECKS: readonly (readonly [string, string, Check])[] = [
  [
    '/@context',
    'does not begin with that of a data model',
    (credential) => modelOf(credential) !== undefined,
  ],
  ['/type', 'has no VerifiableCredential', (credential) => hasType(credential, 'VerifiableCredential')],
  ['/credentialSubject', 'is not an object with members', areSubjects],
  ['/issuer', 'has no URL', hasIssuer],
  ['/validFrom', 'a date is not a date-time', haveDates],
  ...['credentialStatus', 'evidence', 'termsOfUse'].map((name): readonly [string, string, Check] => [
    `/${name}`,
    'is not an object with a type, with a URL as id',
    (credential) => listOf(credential[name]).every(isTyped),
  ]),
];

/** The reasons for which the reference implementation would not sign a credential; empty if it would. */
export function checkIssuable(credential: JsonObject): readonly Problem[] {
  return CHECKS.filter(([, , holds]) => !holds(credential)).map(([pointer, reason]) => ({
    pointer,
    code: 'schema-mismatch',
    reason,
  }));
}

function modelOf({ '@context': contexts }: JsonObject): unknown {
  const first = Array.isArray(contexts) ? contexts[0] : undefined;
  return first === CREDENTIALS_V1 || first === CREDENTIALS_V2 ? first : undefined;
}

function areSubjects(credential: JsonObject): boolean {
  const subjects = listOf(credential['credentialSubject']);
  return (
    subjects.length > 0 &&
    subjects.every((subject) => isJsonObject(subject) && Object.keys(subject).length > 0 && hasUrl(subject))
  );
}

function hasIssuer({ issuer }: JsonObject): boolean {
  return typeof issuer === 'string'
    ? URL.canParse(issuer)
    : isJsonObject(issuer) && URL.canParse(textOf(issuer, 'id') ?? '');
}

/** The data model 1.1 requires a date of beginning. */
function haveDates(credential: JsonObject): boolean {
  const isFirstModel = modelOf(credential) === CREDENTIALS_V1;
  if (isFirstModel && credential['issuanceDate'] === undefined) return false;
  const names = isFirstModel ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil'];
  return names.every((name) => credential[name] === undefined || isDateTime(credential[name]));
}

function isDateTime(value: unknown): boolean {
  return typeof value === 'string' && parseDateTime(value) !== undefined;
}

function isTyped(value: unknown): boolean {
  return isJsonObject(value) && value['type'] !== undefined && hasUrl(value);
}

function hasUrl(value: JsonObject): boolean {
  return value['id'] === undefined || URL.canParse(textOf(value, 'id') ?? '');
}
