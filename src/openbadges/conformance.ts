import { type Schema, Validator } from '@cfworker/json-schema';
import achievementSchema from '../../schemas/open-badges-3.0/achievementcredential.json' with {
  type: 'json',
};
import endorsementSchema from '../../schemas/open-badges-3.0/endorsementcredential.json' with {
  type: 'json',
};
import { CREDENTIALS_V2, OPEN_BADGES_V3_0_3 } from './contexts.ts';
import {
  checkCriteria,
  checkIssuedForm,
  checkMembers,
  checkPeriod,
  checkRecipient,
} from './data-model-checks.ts';
import { isJsonObject, type JsonObject } from './json-value.ts';
import { exceedsDepth } from './nesting.ts';
import type { Problem } from './problem.ts';
import { type ClassSchema, isVersion1, toOriginalPointer, toStrictForm } from './tolerant-form.ts';

const DRAFT = '2019-09';
const SCHEMAS = {
  achievement: {
    walked: achievementSchema as unknown as ClassSchema,
    validator: new Validator(achievementSchema as unknown as Schema, DRAFT, false),
  },
  endorsement: {
    walked: endorsementSchema as unknown as ClassSchema,
    validator: new Validator(endorsementSchema as unknown as Schema, DRAFT, false),
  },
} as const;

/** Deepest nesting that is read: nothing of the standard comes near it, and checks are recursive. */
const MAXIMUM_DEPTH = 64;
/** Keywords whose error only says that something inside failed. */
const CONTAINER_KEYWORDS = new Set(['properties', 'items', '$ref', 'allOf', 'oneOf', 'false']);

/** What keeps a document from being an OpenBadgeCredential, each with a JSON pointer and a reason; empty where it is one.
 *  The strict JSON Schema of 2024-07 on the document's strict form (tolerant-form.ts), then what a schema cannot say:
 *  recipient, criteria, empty values, extended terms, dates. VCDM 1.1 and 2.0. Never throws; says nothing of proofs,
 *  nor of undefined terms (JSON-LD safe mode is the signing adapter's). */
export function checkOpenBadge(document: unknown): readonly Problem[] {
  return withObject(document, (badge) => [
    ...checkSchema(toStrictForm(badge, SCHEMAS.achievement.walked), 'achievement').map((problem) => ({
      ...problem,
      pointer: toOriginalPointer(problem.pointer, badge),
    })),
    ...requiredInVersion1(badge),
    ...checkRecipient(badge),
    ...checkCriteria(badge),
    ...checkPeriod(badge),
    ...checkMembers(badge),
  ]);
}

/** The same for what we are about to sign, with nothing forgiven: the strict array form as it stands, contexts exactly
 *  [v2, 3.0.3], the issuer a Profile object, results that point inside their own achievement. */
export function checkIssuedBadge(document: unknown): readonly Problem[] {
  return withObject(document, (badge) => [
    ...checkSchema(badge, 'achievement'),
    ...checkIssuedForm(badge, [CREDENTIALS_V2, OPEN_BADGES_V3_0_3]),
    ...checkRecipient(badge),
    ...checkCriteria(badge),
    ...checkPeriod(badge),
    ...checkMembers(badge),
  ]);
}

/** What keeps a document from being an EndorsementCredential, on the same terms as `checkOpenBadge`. */
export function checkEndorsement(document: unknown): readonly Problem[] {
  return withObject(document, (endorsement) => [
    ...checkSchema(toStrictForm(endorsement, SCHEMAS.endorsement.walked), 'endorsement').map((problem) => ({
      ...problem,
      pointer: toOriginalPointer(problem.pointer, endorsement),
    })),
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

function checkSchema(document: JsonObject, name: keyof typeof SCHEMAS): Problem[] {
  const errors = validate(document, name);
  const leaves = errors.filter((error) => !CONTAINER_KEYWORDS.has(error.keyword));
  return (leaves.length > 0 ? leaves : errors).map((error) => toProblem(error));
}

function toProblem({ instanceLocation, error: reason }: ReturnType<typeof validate>[number]): Problem {
  const missing = /required property "([^"]+)"/.exec(reason)?.[1];
  const pointer = decodeURIComponent(instanceLocation.slice(1));
  return { pointer, code: 'schema-mismatch', reason, ...(missing !== undefined && { missing }) };
}

function validate(document: JsonObject, name: keyof typeof SCHEMAS) {
  try {
    return SCHEMAS[name].validator.validate(document).errors;
  } catch {
    // The validator writes every pointer as a URI, which a name with half a surrogate pair cannot be.
    return [
      {
        keyword: 'propertyNames',
        instanceLocation: '#',
        error: 'has a member name that is not Unicode text',
      },
    ];
  }
}

/** What the data model 1.1 asks for and 2.0 no longer does. */
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
