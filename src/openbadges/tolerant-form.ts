import { CREDENTIALS_V1, CREDENTIALS_V2 } from './contexts.ts';
import { isJsonObject, type JsonObject } from './json-value.ts';

/** The part of JSON Schema that the standard's schemas use and this walk reads. */
export interface ClassSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, ClassSchema>>;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, ClassSchema>>;
  readonly items?: ClassSchema | readonly ClassSchema[];
  readonly allOf?: readonly ClassSchema[];
  readonly oneOf?: readonly ClassSchema[];
}

/** 1.1 name → 2.0 name of the dates of a credential (VCDM 2.0, "Version Compatibility"). */
const DATES_OF_V1 = new Map([
  ['issuanceDate', 'validFrom'],
  ['expirationDate', 'validUntil'],
]);

/** A stranger's credential in the form that the strict schema knows, so that one schema judges them all: a single value
 *  where the schema wants an array becomes an array of one (JSON-LD compaction may have taken the brackets away), VCDM
 *  1.1 dates and context get their 2.0 names, and a status entry without `id` gets one (optional since Bitstring
 *  Status List). Nothing else is repaired. The document itself is not changed. */
export function toStrictForm(document: JsonObject, schema: ClassSchema): JsonObject {
  return asObject(expand(document, schema, schema), document);
}

/** Whether the first context is that of VCDM 1.1. */
export function isVersion1(document: JsonObject): boolean {
  const context = document['@context'];
  return (Array.isArray(context) ? context[0] : context) === CREDENTIALS_V1;
}

/** The pointer in the document as it was, of a pointer in its strict form. */
export function toOriginalPointer(pointer: string, document: JsonObject): string {
  if (!isVersion1(document)) return pointer;
  return [...DATES_OF_V1].reduce(
    (text, [old, current]) => (text === `/${current}` ? `/${old}` : text),
    pointer,
  );
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
    // The order and the brackets of @context carry meaning: left as they are.
    if (property === undefined || key === '@context') return [key, member];
    if (key === 'credentialStatus' && isJsonObject(member)) return [key, { id: 'urn:none', ...member }];
    return [key, expand(member, property, root)];
  });
  return Object.fromEntries(members);
}

/** A stranger's member may be called `constructor`: only the schema's own members count. */
function propertyOf({ properties = {} }: ClassSchema, key: string): ClassSchema | undefined {
  return Object.hasOwn(properties, key) ? properties[key] : undefined;
}

/** Follows `$ref`, and `oneOf` to the branch of the value's own kind. */
function resolve(schema: ClassSchema, root: ClassSchema, value: unknown): ClassSchema {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/$defs/', '');
    return resolve(root.$defs?.[name] ?? {}, root, value);
  }
  if (schema.oneOf === undefined) return schema;
  const branches = schema.oneOf.map((branch) => resolve(branch, root, value));
  return branches.find((branch) => branch.type === (isJsonObject(value) ? 'object' : 'string')) ?? {};
}

function toVersion2(credential: JsonObject): JsonObject {
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
