import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';

/** A fault against a JSON Schema, and its place (JSON Pointer). */
export interface SchemaFault {
  readonly path: string;
  /** The keyword of the schema that does not hold. */
  readonly keyword: string;
  /** The validator's own sentence, in English. */
  readonly detail: string;
}

const SHOW_EVERY_FAULT = false;

/** Makes the check of one schema. `faults` lists each place once, and only where no deeper place is at fault:
 *  the validator reports a fault at every level above it too, and only the deepest place needs mending. */
export function schemaFaultsOf(schema: unknown): (json: unknown) => readonly SchemaFault[] {
  const validator = new Validator(schema as Schema, '2020-12', SHOW_EVERY_FAULT);
  return (json) => {
    const { errors } = validator.validate(json);
    const places = new Map<string, OutputUnit>();
    for (const error of errors) {
      const known = places.get(error.instanceLocation);
      if (!known || (GENERAL.has(known.keyword) && !GENERAL.has(error.keyword))) {
        places.set(error.instanceLocation, error);
      }
    }
    const all = [...places.keys()];
    const deepest = all.filter((place) => !all.some((other) => other.startsWith(`${place}/`)));
    return deepest.map((place) => {
      const { keyword = '', error = '' } = places.get(place) ?? {};
      return { path: place.slice(1), keyword, detail: error };
    });
  };
}

/** Keywords that only say that another one does not hold. */
const GENERAL: ReadonlySet<string> = new Set([
  '$ref',
  'properties',
  'items',
  'additionalProperties',
  'patternProperties',
  'oneOf',
  'anyOf',
  'allOf',
]);
