import { CREDENTIALS_V2, OPEN_BADGES_EXTENSIONS, OPEN_BADGES_V3_0_3 } from '../contexts/addresses.ts';
import { exceedsDepth, isJsonObject, type JsonObject } from '../parsing/json-value.ts';
import type { Problem } from '../parsing/problem.ts';
import { isVersion1 } from '../parsing/tolerant-form.ts';
import {
  checkCriteria,
  checkIssuedForm,
  checkMembers,
  checkPeriod,
  checkRecipient,
} from './data-model-checks.ts';
import { findSchemaProblems, findTolerantProblems } from './find-problems.ts';

/** Deepest nesting that is read. The checks are recursive, and documents of the standard are much flatter. */
const MAXIMUM_DEPTH = 64;
/** The problems that prevent a document from being an OpenBadgeCredential, each with a JSON pointer and a
 *  reason; empty if it conforms. The strict JSON Schema of 2024-07 is applied to the strict form of the
 *  document (tolerant-form.ts). Then come the checks that a schema cannot express: recipient, criteria, empty
 *  values, extended terms, dates. VCDM 1.1 and 2.0 are accepted. Never throws. Proofs are not checked here,
 *  nor undefined terms, which the signing adapter refuses in JSON-LD safe mode. */
export function checkOpenBadge(document: unknown): readonly Problem[] {
  return withObject(document, (badge) => [
    ...findTolerantProblems(badge, 'achievement'),
    ...requiredInVersion1(badge),
    ...checkRecipient(badge),
    ...checkCriteria(badge),
    ...checkPeriod(badge),
    ...checkMembers(badge),
  ]);
}

/** The same checks, without tolerance, for a badge that we are about to sign. It must have the strict array
 *  form, the contexts [v2, 3.0.3] (and the extensions where one of their types is used), a Profile object as
 *  issuer, and results that refer to its own achievement. */
export function checkIssuedBadge(document: unknown): readonly Problem[] {
  return withObject(document, (badge) => [
    ...findSchemaProblems(badge, 'achievement'),
    ...checkIssuedForm(badge, issuedContextsOf(badge)),
    ...checkRecipient(badge),
    ...checkCriteria(badge),
    ...checkPeriod(badge),
    ...checkMembers(badge),
  ]);
}

/** The contexts that a badge of ours must have. Only the refresh service has a type of the extensions. */
function issuedContextsOf(badge: JsonObject): readonly string[] {
  const contexts = [CREDENTIALS_V2, OPEN_BADGES_V3_0_3];
  return badge['refreshService'] === undefined ? contexts : [...contexts, OPEN_BADGES_EXTENSIONS];
}

/** The problems that prevent a document from being an EndorsementCredential, with the tolerance of
 *  `checkOpenBadge`. */
export function checkEndorsement(document: unknown): readonly Problem[] {
  return withObject(document, (endorsement) => [
    ...findTolerantProblems(endorsement, 'endorsement'),
    ...checkPeriod(endorsement),
    ...checkMembers(endorsement),
  ]);
}

function withObject(
  document: unknown,
  check: (document: JsonObject) => readonly Problem[],
): readonly Problem[] {
  if (!isJsonObject(document)) {
    return [{ pointer: '', code: 'schema-mismatch', reason: 'is not a JSON object' }];
  }
  if (exceedsDepth(document, MAXIMUM_DEPTH)) {
    return [
      { pointer: '', code: 'schema-mismatch', reason: `is nested deeper than ${MAXIMUM_DEPTH} levels` },
    ];
  }
  return check(document);
}

/** Requirements of the data model 1.1 that version 2.0 does not have. */
function requiredInVersion1(badge: JsonObject): Problem[] {
  if (!isVersion1(badge)) return [];
  const problems: Problem[] = [];
  const reason = 'with the data model 1.1';
  if (badge['name'] === undefined) {
    problems.push({ pointer: '/name', code: 'schema-mismatch', reason: `is required ${reason}` });
  }
  if (typeof badge['issuer'] === 'string') {
    problems.push({ pointer: '/issuer', code: 'schema-mismatch', reason: `must be an object ${reason}` });
  }
  return problems;
}
