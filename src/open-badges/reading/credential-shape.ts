import { isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import type { Problem } from '../parsing/problem.ts';
import { checkTypedMembers } from '../parsing/typed-members.ts';
import { parseDateTime } from '../schema/rfc3339.ts';
import { isCredential } from './presented.ts';

/** `issuer` as text, or its `id`; undefined if neither exists. */
export function issuerIdOf(credential: JsonObject): string | undefined {
  return textOf(credential, 'issuer') ?? textOf(credential['issuer'], 'id');
}

/** The names of the beginning and end of validity in the data models 2.0 and 1.1. The context of 1.1 defines
 *  both, so each one present counts, whichever model the credential follows. */
const BEGINNINGS = ['validFrom', 'issuanceDate'] as const;
const ENDS = ['validUntil', 'expirationDate'] as const;

/** The values of all members that state a beginning, and of all that state an end, whatever their type. */
export function datesOf(credential: JsonObject): {
  readonly beginnings: readonly unknown[];
  readonly ends: readonly unknown[];
} {
  const standing = (names: readonly string[]) =>
    names.map((name) => credential[name]).filter((date) => date !== undefined);
  return { beginnings: standing(BEGINNINGS), ends: standing(ENDS) };
}

/** Requirements of the W3C data model for credentials that no Open Badges schema describes. */
export function checkCredentialShape(credential: JsonObject): readonly Problem[] {
  const subjects = listOf(credential['credentialSubject']);
  const { beginnings, ends } = datesOf(credential);
  const errors: readonly (readonly [boolean, string, string])[] = [
    [isCredential(credential), '', 'is not a VerifiableCredential with the context of a data model first'],
    [isUrl(issuerIdOf(credential)), '/issuer', 'has no URL'],
    [credential['id'] === undefined || isUrl(textOf(credential, 'id')), '/id', 'is not a URL'],
    [
      subjects.length > 0 && subjects.every(isFilledObject),
      '/credentialSubject',
      'is not an object with members',
    ],
    [
      [...beginnings, ...ends].every(isDateTime),
      '/validFrom',
      'a date is not an RFC 3339 date-time with a zone',
    ],
  ];
  return [
    ...errors
      .filter(([isRight]) => !isRight)
      .map(([, pointer, reason]): Problem => ({ pointer, code: 'schema-mismatch', reason })),
    ...checkTypedMembers(credential),
  ];
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
