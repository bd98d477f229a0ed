import { type Schema, Validator } from '@cfworker/json-schema';
import schema from '../../schemas/criteria.schema.json' with { type: 'json' };
import type { Criteria } from '../domain/criteria/criteria.ts';
import { DomainError } from '../domain/errors.ts';
import { criteriaFaults } from './criteria-faults.ts';
import { framework } from './framework.ts';

const SHOW_EVERY_FAULT = false;
const validator = new Validator(schema as Schema, '2020-12', SHOW_EVERY_FAULT);

/** JSON → Criteria. Throws `invalid-criteria` with `path` (JSON Pointer) and `reason` of the deepest fault.
 *  The reason is `schema` (with `detail`) for a fault against schemas/criteria.schema.json, else the code of
 *  a fault that a schema cannot express (unknown or cyclic names, rules on the wrong facts, a year required
 *  outside `someYear`…). */
export function loadCriteria(json: unknown): Criteria {
  const { errors } = validator.validate(json);
  // The validator reports a fault at every level above it too. Only the deepest place needs mending.
  const [first] = errors.toSorted((a, b) => depth(b.instanceLocation) - depth(a.instanceLocation));
  if (first !== undefined) {
    const { instanceLocation, error } = first;
    throw new DomainError('invalid-criteria', {
      path: instanceLocation.slice(1),
      reason: 'schema',
      detail: error,
    });
  }
  const criteria = json as Criteria;
  const [fault] = criteriaFaults(criteria, framework);
  if (fault !== undefined) throw new DomainError('invalid-criteria', { ...fault });
  return criteria;
}

function depth(location: string): number {
  return location.split('/').length;
}
