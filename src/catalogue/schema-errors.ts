import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';

/** A fault against a JSON Schema, and its place (JSON Pointer). */
export interface SchemaError {
  readonly path: string;
  /** The keyword of the schema that does not hold. */
  readonly keyword: string;
  /** The validator's own sentence, in English. */
  readonly detail: string;
}

const SHOW_EVERY_FAULT = false;

/** Makes the check of one schema. `faults` lists each place once, and only if no deeper place is at fault:
 *  the validator reports a fault at every level above it too, and only the deepest place needs fixing. */
export function schemaErrorsOf(schema: unknown): (json: unknown) => readonly SchemaError[] {
  const validator = new Validator(schema as Schema, '2020-12', SHOW_EVERY_FAULT);
  return (json) => {
    const { errors } = validator.validate(json);
    const places = new Map<string, OutputUnit>();
    const isBranch = branchesAmong(errors);
    for (const error of errors) {
      if (isBranch(error)) continue;
      const known = places.get(error.instanceLocation);
      if (!known || (GENERAL.has(known.keyword) && !GENERAL.has(error.keyword))) {
        places.set(error.instanceLocation, error);
      }
    }
    const all = [...places.keys()];
    const above = new Set(all.flatMap(placesAbove));
    const deepest = all.filter((place) => !above.has(place));
    return deepest.map((place) => {
      const { keyword = '', error = '' } = places.get(place) ?? {};
      return { path: place.slice(1), keyword, detail: error };
    });
  };
}

/** `#/a` and `#` for `#/a/0`. */
function placesAbove(place: string): readonly string[] {
  const names = place.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}

/** Keywords that offer several forms. Of a value that has none of them, no branch can say what it lacks. */
const CHOICES: ReadonlySet<string> = new Set(['oneOf', 'anyOf']);

/** Tells the errors of the branches of such a keyword, about the same value. */
function branchesAmong(errors: readonly OutputUnit[]): (error: OutputUnit) => boolean {
  const choices = new Map<string, string[]>();
  for (const { keyword, keywordLocation, instanceLocation } of errors) {
    if (!CHOICES.has(keyword)) continue;
    choices.set(instanceLocation, [...(choices.get(instanceLocation) ?? []), `${keywordLocation}/`]);
  }
  return ({ instanceLocation, keywordLocation }) =>
    (choices.get(instanceLocation) ?? []).some((choice) => keywordLocation.startsWith(choice));
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
