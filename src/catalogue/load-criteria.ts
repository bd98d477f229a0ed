import schema from '../../schemas/criteria.schema.json' with { type: 'json' };
import type { Criteria } from '../domain/criteria/definition.ts';
import type { MissionFramework } from '../domain/engagement/mission.ts';
import { DomainError } from '../domain/errors.ts';
import { criteriaErrors } from './criteria-errors.ts';
import { schemaErrorsOf } from './schema-errors.ts';

/** Every fault of criteria against their schema. */
export const criteriaSchemaErrors = schemaErrorsOf(schema);

/** JSON → Criteria. Throws `invalid-criteria` with `path` (JSON Pointer) and `reason` of the deepest fault.
 *  The reason is `schema` (with `detail`) for a fault against schemas/criteria.schema.json, else the code of
 *  a fault that a schema cannot express (unknown or cyclic names, rules on the wrong facts, a year required
 *  outside `someYear`…). */
export function loadCriteria(json: unknown, framework: MissionFramework): Criteria {
  const [first] = criteriaSchemaErrors(json).toSorted((a, b) => depth(b.path) - depth(a.path));
  if (first !== undefined) {
    throw new DomainError('invalid-criteria', { path: first.path, reason: 'schema', detail: first.detail });
  }
  const criteria = json as Criteria;
  const [error] = criteriaErrors(criteria, framework);
  if (error !== undefined) throw new DomainError('invalid-criteria', { ...error });
  return criteria;
}

function depth(location: string): number {
  return location.split('/').length;
}
