import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/addresses.ts';
import { isJsonObject, type JsonObject } from './json-value.ts';

/** The keywords of JSON Schema that the standard's schemas use and that this code reads. */
export interface ClassSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, ClassSchema>>;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, ClassSchema>>;
  readonly items?: ClassSchema | readonly ClassSchema[];
  readonly allOf?: readonly ClassSchema[];
  readonly oneOf?: readonly ClassSchema[];
}

/** Names of a credential's dates in 1.1 → in 2.0 (VCDM 2.0, "Version Compatibility"). */
const DATES_OF_V1 = new Map([
  ['issuanceDate', 'validFrom'],
  ['expirationDate', 'validUntil'],
]);

/** The credential in the form of the strict schema, so that one schema judges all documents. A single value
 *  becomes an array of one where the schema requires an array, because JSON-LD compaction may remove the
 *  brackets. Dates and context of VCDM 1.1 get their names of 2.0. A status entry without `id` gets one,
 *  because Bitstring Status List made it optional. Nothing else is repaired, and the document itself is not
 *  changed. */
export function toStrictForm(document: JsonObject, schema: ClassSchema): JsonObject {
  return asObject(expand(document, schema, schema), document);
}

/** Whether the first context is that of VCDM 1.1. */
export function isVersion1(document: JsonObject): boolean {
  const context = document['@context'];
  return (Array.isArray(context) ? context[0] : context) === CREDENTIALS_V1;
}

/** Translates a pointer into the strict form to a pointer into the original document. */
export function toOriginalPointer(pointer: string, document: JsonObject): string {
  if (!isVersion1(document)) return pointer;
  return [...DATES_OF_V1].reduce(
    (text, [old, current]) => (text === `/${current}` ? `/${old}` : text),
    pointer,
  );
}

/** A status entry with an `id`, which the strict schema requires. */
export function withStatusId(status: unknown): unknown {
  return isJsonObject(status) ? { id: 'urn:none', ...status } : status;
}

function expand(value: unknown, schema: ClassSchema, root: ClassSchema): unknown {
  const resolved = resolve(schema, root, value);
  const array = resolved.type === 'array' ? resolved : resolved.allOf?.find((part) => part.type === 'array');
  if (array !== undefined) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const { items } = array;
    return items === undefined || Array.isArray(items)
      ? list
      : list.map((item) => expand(item, items as ClassSchema, root));
  }
  return isJsonObject(value) ? expandMembers(toVersion2(value), resolved, root) : value;
}

function expandMembers(value: JsonObject, schema: ClassSchema, root: ClassSchema): JsonObject {
  const members = Object.entries(value).map(([key, member]): [string, unknown] => {
    const property = propertyOf(schema, key);
    // Order and brackets have a meaning in @context, so it is left unchanged.
    if (property === undefined || key === '@context') return [key, member];
    if (key === 'credentialStatus' && isJsonObject(member)) return [key, withStatusId(member)];
    return [key, expand(member, property, root)];
  });
  return Object.fromEntries(members);
}

/** The schema of a property. A foreign member may be called `constructor`, so only the schema's own
 *  properties count. */
function propertyOf({ properties = {} }: ClassSchema, key: string): ClassSchema | undefined {
  return Object.hasOwn(properties, key) ? properties[key] : undefined;
}

/** Follows `$ref`. Of `oneOf` it takes the branch for the type of the value. */
function resolve(schema: ClassSchema, root: ClassSchema, value: unknown): ClassSchema {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/$defs/', '');
    return resolve(root.$defs?.[name] ?? {}, root, value);
  }
  if (schema.oneOf === undefined) return schema;
  const branches = schema.oneOf.map((branch) => resolve(branch, root, value));
  return branches.find((branch) => branch.type === (isJsonObject(value) ? 'object' : 'string')) ?? {};
}

/** The document with the names of VCDM 2.0 instead of those of 1.1. */
export function toVersion2(credential: JsonObject): JsonObject {
  if (!isVersion1(credential)) return credential;
  const context = credential['@context'];
  const renamed = Object.entries(credential).map(([key, value]) => [DATES_OF_V1.get(key) ?? key, value]);
  return {
    ...Object.fromEntries(renamed),
    '@context': Array.isArray(context) ? [CREDENTIALS_V2, ...context.slice(1)] : context,
  };
}

function asObject(value: unknown, otherwise: JsonObject): JsonObject {
  return isJsonObject(value) ? value : otherwise;
}
