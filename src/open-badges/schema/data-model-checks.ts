import {
  hasType,
  isJsonObject,
  type JsonObject,
  listOf,
  type Path,
  pointerOf,
  pointerTo,
  textOf,
} from '../parsing/json-value.ts';
import type { Problem } from '../parsing/problem.ts';
import { parseDateTime } from './rfc3339.ts';

/** Members that must be an RFC 3339 date-time with a zone, wherever they occur. */
const DATE_TIMES = new Set([
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'awardedDate',
  'activityStartDate',
  'activityEndDate',
]);
/** Members that must be a term of an enumeration or an `ext:` term. */
const EXTENSIBLE = new Set(['identityType', 'identifierType', 'achievementType', 'targetType', 'resultType']);
const EXTENDED_TERM = /^ext:[A-Za-z0-9._|-]+$/;

/** The subject has an `id` or at least one `identifier` (AchievementSubject). */
export function checkRecipient(badge: JsonObject): readonly Problem[] {
  const subject = badge['credentialSubject'];
  if (!isJsonObject(subject) || textOf(subject, 'id') || listOf(subject['identifier']).length > 0) return [];
  return [{ pointer: '/credentialSubject', code: 'no-recipient', reason: 'has neither id nor identifier' }];
}

/** The criteria have an `id` or a `narrative` (Criteria). */
export function checkCriteria(badge: JsonObject): readonly Problem[] {
  const criteria = achievementOf(badge)?.['criteria'];
  if (!isJsonObject(criteria) || textOf(criteria, 'id') || textOf(criteria, 'narrative')) return [];
  const pointer = '/credentialSubject/achievement/criteria';
  return [{ pointer, code: 'no-criteria', reason: 'has neither id nor narrative' }];
}

/** No end lies before its beginning. Checks the member names of both data models, 1.1 and 2.0. */
export function checkPeriod(credential: JsonObject): readonly Problem[] {
  const timesOf = (names: readonly string[]) =>
    names.flatMap((name) => {
      const time = parseDateTime(textOf(credential, name) ?? '');
      return time === undefined ? [] : [{ name, time }];
    });
  const begins = Math.max(...timesOf(['validFrom', 'issuanceDate']).map(({ time }) => time));
  const early = timesOf(['validUntil', 'expirationDate']).find(({ time }) => time < begins);
  if (early === undefined) return [];
  return [{ pointer: `/${early.name}`, code: 'dates-contradict', reason: 'is before the beginning' }];
}

/** Checks every member at any depth: no null, no empty array, complete dates, well-formed extended terms (§
 *  Serialization). */
export function checkMembers(document: JsonObject): readonly Problem[] {
  const problems: Problem[] = [];
  checkValue(document, undefined, problems);
  return problems;
}

function checkValue(value: unknown, path: Path, problems: Problem[]): void {
  if (value === null) problems.push(mismatch(pointerOf(path), 'is null: leave the member out'));
  if (Array.isArray(value)) {
    if (value.length === 0)
      problems.push(mismatch(pointerOf(path), 'is an empty array: leave the member out'));
    for (const [part, item] of value.entries()) checkValue(item, { around: path, part }, problems);
  } else if (isJsonObject(value)) {
    for (const part of Object.keys(value)) {
      // An inline context may contain null: it removes a term.
      if (part === '@context') continue;
      const member = value[part];
      if (typeof member === 'string') checkText(part, member, { around: path, problems });
      else checkValue(member, { around: path, part }, problems);
    }
  }
}

/** Refuses null at any depth: JSON-LD ignores it, but a JSON reader finds a value of no use. */
export function checkNulls(value: unknown, pointer = ''): readonly Problem[] {
  if (value === null) return [mismatch(pointer, 'is null: leave the member out')];
  if (Array.isArray(value)) return value.flatMap((item, at) => checkNulls(item, pointerTo(pointer, at)));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => checkNulls(member, pointerTo(pointer, key)));
}

/** Checks that apply only to our own badges: exact contexts, a Profile as issuer, results that point into
 *  their achievement. */
export function checkIssuedForm(badge: JsonObject, contexts: readonly string[]): readonly Problem[] {
  const problems: Problem[] = [];
  const context = listOf(badge['@context']);
  if (context.length !== contexts.length || contexts.some((url, at) => context[at] !== url)) {
    problems.push(mismatch('/@context', `is not exactly ${contexts.join(', ')}`));
  }
  if (!hasType(badge['issuer'], 'Profile')) problems.push(mismatch('/issuer', 'is not a Profile object'));
  return [...problems, ...checkResults(badge)];
}

function checkResults(badge: JsonObject): readonly Problem[] {
  const subject = badge['credentialSubject'];
  if (!isJsonObject(subject)) return [];
  const described = listOf(achievementOf(badge)?.['resultDescription']).map((item) => textOf(item, 'id'));
  return listOf(subject['result']).flatMap((result, at) => {
    const target = textOf(result, 'resultDescription');
    if (target === undefined || described.includes(target)) return [];
    const pointer = `/credentialSubject/result/${at}/resultDescription`;
    return [mismatch(pointer, 'is not a result description of the achievement')];
  });
}

interface Found {
  readonly around: Path;
  readonly problems: Problem[];
}

function checkText(key: string, text: string, { around, problems }: Found): void {
  if (DATE_TIMES.has(key) && parseDateTime(text) === undefined) {
    const reason = 'is not an RFC 3339 date-time with a zone';
    problems.push({ pointer: pointerOf({ around, part: key }), code: 'bad-dates', reason });
  }
  // The schema's own pattern is not anchored: it would accept `not-ext:x`.
  if (EXTENSIBLE.has(key) && text.includes('ext:') && !EXTENDED_TERM.test(text)) {
    problems.push(mismatch(pointerOf({ around, part: key }), 'is not a term that begins with ext:'));
  }
}

function achievementOf(badge: JsonObject): JsonObject | undefined {
  const subject = badge['credentialSubject'];
  const achievement = isJsonObject(subject) ? subject['achievement'] : undefined;
  return isJsonObject(achievement) ? achievement : undefined;
}

function mismatch(pointer: string, reason: string): Problem {
  return { pointer, code: 'schema-mismatch', reason };
}
