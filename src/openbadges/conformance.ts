import { type Schema, Validator } from '@cfworker/json-schema';
import achievementSchema from '../../schemas/open-badges-3.0/achievementcredential.json' with {
  type: 'json',
};
import endorsementSchema from '../../schemas/open-badges-3.0/endorsementcredential.json' with {
  type: 'json',
};
import { isAchievementDocument, isEndorsementDocument } from './compiled-schemas.generated.ts';
import { CREDENTIALS_V2, OPEN_BADGES_V3_0_3 } from './context-addresses.ts';
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
/** A schema of the standard in its two forms: as code, which only decides, and as data, by which the
 *  interpreter words the problems. Both decide alike (test/openbadges/compiled-schemas.test.ts). */
const SCHEMAS = {
  achievement: {
    conforms: isAchievementDocument,
    walked: achievementSchema as unknown as ClassSchema,
    interpreter: once(() => new Validator(achievementSchema as unknown as Schema, DRAFT, false)),
  },
  endorsement: {
    conforms: isEndorsementDocument,
    walked: endorsementSchema as unknown as ClassSchema,
    interpreter: once(() => new Validator(endorsementSchema as unknown as Schema, DRAFT, false)),
  },
} as const;

/** Deepest nesting that is read. The checks are recursive, and no document of the standard is nearly so
 *  deep. */
const MAXIMUM_DEPTH = 64;
/** Keywords whose error only repeats that an inner part failed. */
const CONTAINER_KEYWORDS = new Set(['properties', 'items', '$ref', 'allOf', 'oneOf', 'false']);

/** The problems that prevent a document from being an OpenBadgeCredential, each with a JSON pointer and a
 *  reason; empty where it conforms. The strict JSON Schema of 2024-07 is applied to the strict form of the
 *  document (tolerant-form.ts). Then come the checks that a schema cannot express: recipient, criteria, empty
 *  values, extended terms, dates. VCDM 1.1 and 2.0 are accepted. Never throws. Proofs are not checked here,
 *  nor undefined terms, which the signing adapter refuses in JSON-LD safe mode. */
export function checkOpenBadge(document: unknown): readonly Problem[] {
  return withObject(document, (badge) => [
    ...checkTolerantly(badge, 'achievement'),
    ...requiredInVersion1(badge),
    ...checkRecipient(badge),
    ...checkCriteria(badge),
    ...checkPeriod(badge),
    ...checkMembers(badge),
  ]);
}

/** The same checks, without tolerance, for a badge that we are about to sign: the strict array form as it
 *  stands, contexts exactly [v2, 3.0.3], a Profile object as issuer, results that point into their own
 *  achievement. */
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

/** The problems that prevent a document from being an EndorsementCredential, with the tolerance of
 *  `checkOpenBadge`. */
export function checkEndorsement(document: unknown): readonly Problem[] {
  return withObject(document, (endorsement) => [
    ...checkTolerantly(endorsement, 'endorsement'),
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

/** The strict form is made only where the code does not accept the document as it stands: it is invalid, or
 *  follows the data model 1.1. */
function checkTolerantly(document: JsonObject, name: keyof typeof SCHEMAS): Problem[] {
  const { conforms, walked } = SCHEMAS[name];
  if (conforms(document, true)) return [];
  return checkSchema(toStrictForm(document, walked), name).map((problem) => ({
    ...problem,
    pointer: toOriginalPointer(problem.pointer, document),
  }));
}

function checkSchema(document: JsonObject, name: keyof typeof SCHEMAS): Problem[] {
  if (SCHEMAS[name].conforms(document, false)) return [];
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
    return SCHEMAS[name].interpreter().validate(document).errors;
  } catch {
    // The validator writes every pointer as a URI, and a name with a lone surrogate has no such form.
    return [
      {
        keyword: 'propertyNames',
        instanceLocation: '#',
        error: 'has a member name that is not Unicode text',
      },
    ];
  }
}

/** Requirements of the data model 1.1 that version 2.0 dropped. */
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

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
