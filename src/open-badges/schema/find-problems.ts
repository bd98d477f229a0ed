import { type Schema, Validator } from '@cfworker/json-schema';
import achievementSchema from '../../../schemas/open-badges-3.0/achievementcredential.json' with {
  type: 'json',
};
import endorsementSchema from '../../../schemas/open-badges-3.0/endorsementcredential.json' with {
  type: 'json',
};
import type { JsonObject } from '../parsing/json-value.ts';
import type { Problem } from '../parsing/problem.ts';
import { type ClassSchema, toOriginalPointer, toStrictForm } from '../parsing/tolerant-form.ts';
import { isAchievementDocument, isEndorsementDocument } from './compiled.generated.ts';

const DRAFT = '2019-09';
/** A schema of the standard in two forms: as code that only decides, and as data from which the interpreter
 *  words the problems. Both always decide alike (test/openbadges/compiled-schemas.test.ts). */
const SCHEMAS = {
  achievement: {
    conforms: isAchievementDocument,
    walked: achievementSchema as ClassSchema,
    interpreter: once(() => new Validator(achievementSchema as Schema, DRAFT, false)),
  },
  endorsement: {
    conforms: isEndorsementDocument,
    walked: endorsementSchema as ClassSchema,
    interpreter: once(() => new Validator(endorsementSchema as Schema, DRAFT, false)),
  },
} as const;

/** The schemas of the standard that are used here. */
export type SchemaName = keyof typeof SCHEMAS;

/** Keywords whose error only repeats that an inner part failed. */
const CONTAINER_KEYWORDS = new Set(['properties', 'items', '$ref', 'allOf', 'oneOf', 'false']);

/** The problems of a document, with tolerance. The strict form is made only if the compiled schema refuses
 *  the document as it is, because it is invalid or follows the data model 1.1. */
export function findTolerantProblems(document: JsonObject, name: SchemaName): Problem[] {
  const { conforms, walked } = SCHEMAS[name];
  if (conforms(document, true)) return [];
  return findSchemaProblems(toStrictForm(document, walked), name).map((problem) => ({
    ...problem,
    pointer: toOriginalPointer(problem.pointer, document),
  }));
}

/** The problems of a document, without tolerance. */
export function findSchemaProblems(document: JsonObject, name: SchemaName): Problem[] {
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

function validate(document: JsonObject, name: SchemaName) {
  try {
    return SCHEMAS[name].interpreter().validate(document).errors;
  } catch {
    // The validator writes every pointer as a URI, which is impossible for a name with a lone surrogate.
    return [
      {
        keyword: 'propertyNames',
        instanceLocation: '#',
        error: 'has a member name that is not Unicode text',
      },
    ];
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
