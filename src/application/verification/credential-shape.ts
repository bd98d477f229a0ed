import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../../openbadges/contexts.ts';
import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../../openbadges/json-value.ts';
import type { Problem } from '../../openbadges/problem.ts';
import { parseDateTime } from '../../openbadges/rfc3339.ts';

/** Whether this is a credential at all (VCDM 2.0 §4.3, §4.5): the first context of a data model, and the type. */
export function isCredential(value: unknown): value is JsonObject {
  if (!isJsonObject(value) || !Array.isArray(value['@context'])) return false;
  const [first] = value['@context'];
  return (first === CREDENTIALS_V2 || first === CREDENTIALS_V1) && hasType(value, 'VerifiableCredential');
}

/** `issuer` as text, or its `id`; undefined where there is neither. */
export function issuerIdOf(credential: JsonObject): string | undefined {
  return textOf(credential, 'issuer') ?? textOf(credential['issuer'], 'id');
}

/** The beginning and the end of validity, under their 2.0 or 1.1 names, those of the credential's own data model first;
 *  whatever stands there, or undefined. The context of 1.1 defines both spellings, and a change of context keeps a
 *  signature: neither may go unseen. */
export function periodOf(credential: JsonObject): { readonly from: unknown; readonly until: unknown } {
  const isV1 = listOf(credential['@context'])[0] === CREDENTIALS_V1;
  const { validFrom, validUntil, issuanceDate, expirationDate } = credential;
  return isV1
    ? { from: issuanceDate ?? validFrom, until: expirationDate ?? validUntil }
    : { from: validFrom ?? issuanceDate, until: validUntil ?? expirationDate };
}

/** What any credential of the W3C data model must have, for those that no Open Badges schema describes. */
export function checkCredentialShape(credential: JsonObject): readonly Problem[] {
  const subjects = listOf(credential['credentialSubject']);
  const dates = Object.values(periodOf(credential)).filter((date) => date !== undefined);
  const faults: readonly (readonly [boolean, string, string])[] = [
    [isCredential(credential), '', 'is not a VerifiableCredential with the context of a data model first'],
    [isUrl(issuerIdOf(credential)), '/issuer', 'has no URL'],
    [credential['id'] === undefined || isUrl(textOf(credential, 'id')), '/id', 'is not a URL'],
    [
      subjects.length > 0 && subjects.every(isFilledObject),
      '/credentialSubject',
      'is not an object with members',
    ],
    [dates.every(isDateTime), '/validFrom', 'a date is not an RFC 3339 date-time with a zone'],
  ];
  return faults
    .filter(([isRight]) => !isRight)
    .map(([, pointer, reason]) => ({ pointer, code: 'schema-mismatch', reason }));
}

function isUrl(text: string | undefined): boolean {
  return text !== undefined && URL.canParse(text);
}

function isFilledObject(value: unknown): boolean {
  return isJsonObject(value) && Object.keys(value).length > 0;
}

function isDateTime(value: unknown): boolean {
  return typeof value === 'string' && parseDateTime(value) !== undefined;
}
