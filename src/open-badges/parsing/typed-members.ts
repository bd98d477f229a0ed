import { isJsonObject, type JsonObject, listOf, pointerTo, textOf } from './json-value.ts';
import type { Problem } from './problem.ts';
import { isVersion1 } from './tolerant-form.ts';

/** VCDM 2.0 §4.10, §4.11, §5.4–§5.6: members whose objects need a type, and those that also need an
 *  address. */
const TYPED_MEMBERS: readonly { readonly member: string; readonly id?: true }[] = [
  { member: 'credentialStatus' },
  { member: 'credentialSchema', id: true },
  { member: 'refreshService' },
  { member: 'termsOfUse' },
  { member: 'evidence' },
];
/** VCDM 1.1 §4.9, §5.4: in that version, the objects of these two members also need an address. */
const WITH_ID_IN_1_1 = new Set(['credentialStatus', 'refreshService']);

/** Problems of members whose objects lack a type or an address that the data model requires. */
export function checkTypedMembers(credential: JsonObject): readonly Problem[] {
  const isOld = isVersion1(credential);
  return TYPED_MEMBERS.flatMap(({ member, id = isOld && WITH_ID_IN_1_1.has(member) }) =>
    valuesOf(credential, member).flatMap(([value, pointer]) => checkObject(value, pointer, id)),
  );
}

/** Each value of a member, with its pointer. */
export function valuesOf(credential: JsonObject, member: string): readonly (readonly [unknown, string])[] {
  const value = credential[member];
  return listOf(value).map((one, at) => [
    one,
    Array.isArray(value) ? pointerTo(`/${member}`, at) : `/${member}`,
  ]);
}

function checkObject(value: unknown, pointer: string, mustHaveId: boolean): readonly Problem[] {
  if (!isJsonObject(value)) return [wrong(pointer, 'is not an object')];
  const problems: Problem[] = [];
  const types = listOf(value['type']);
  if (types.length === 0 || !types.every((type) => typeof type === 'string' && type !== '')) {
    problems.push(missing(pointer, 'type'));
  }
  if (mustHaveId && value['id'] === undefined) problems.push(missing(pointer, 'id'));
  if (value['id'] !== undefined && !URL.canParse(textOf(value, 'id') ?? '')) {
    problems.push(wrong(pointerTo(pointer, 'id'), 'is not a URL'));
  }
  return problems;
}

/** The object at `pointer` lacks the member `name`. */
export function missing(pointer: string, name: string): Problem {
  return { pointer, code: 'schema-mismatch', reason: `has no ${name}`, missing: name };
}

/** The member at `pointer` has a wrong value. */
export function wrong(pointer: string, reason: string): Problem {
  return { pointer, code: 'schema-mismatch', reason };
}
