/** Reads an OpenAPI 3.1 document into the view of the reference page. It knows the common part of the
 *  standard and leaves out the rest. */

type Json = Readonly<Record<string, unknown>>;

export interface ApiField {
  readonly name: string;
  readonly place?: string;
  readonly type: string;
  readonly required: boolean;
  readonly description?: string;
}

/** The possible callers: a program with a token of the service, or with a session instead; a client with a
 *  person's grant; a registered client with its secret; a wallet with the token of its code; a signed-in
 *  person. */
export type Callers = 'anyone' | 'token' | 'token-or-session' | 'granted' | 'client' | 'wallet' | 'person';

export interface ApiOperation {
  /** Anchor of the operation. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary?: string;
  readonly description?: string;
  readonly callers: Callers;
  readonly parameters: readonly ApiField[];
  readonly body: readonly ApiContent[];
  readonly responses: readonly {
    readonly status: string;
    readonly description: string;
    readonly content: readonly ApiContent[];
  }[];
  /** The models that it names, at any depth. */
  readonly refers: readonly string[];
}

export interface ApiContent {
  readonly mediaType: string;
  readonly type: string;
}

export interface ApiModel {
  readonly name: string;
  readonly description?: string;
  readonly type: string;
  readonly fields: readonly ApiField[];
  /** The models that it names, at any depth. */
  readonly refers: readonly string[];
}

export interface ApiDocument {
  readonly servers: readonly string[];
  readonly operations: readonly ApiOperation[];
  readonly models: readonly ApiModel[];
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Reads the OpenAPI document, given as an object. */
export function toApiDocument(document: Json): ApiDocument {
  const paths = Object.entries(objectOf(document['paths']));
  const schemas = Object.entries(objectOf(objectOf(document['components'])['schemas']));
  return {
    servers: objectsOf(document['servers']).map((server) => text(server['url']) ?? ''),
    operations: paths.flatMap(([path, item]) => toOperations(path, objectOf(item))),
    models: schemas.map(([name, schema]) => toModel(name, objectOf(schema))),
  };
}

/** Callers by the name of the security scheme. Every other scheme stands for a token. */
const BY_SCHEME: readonly (readonly [string, Callers])[] = [
  ['session', 'token-or-session'],
  ['oauth', 'granted'],
  ['client', 'client'],
  ['wallet', 'wallet'],
  ['person', 'person'],
];

function toCallers(security: unknown): Callers {
  const schemes = objectsOf(security);
  if (schemes.length === 0) return 'anyone';
  return BY_SCHEME.find(([name]) => schemes.some((scheme) => name in scheme))?.[1] ?? 'token';
}

function toOperations(path: string, item: Json): readonly ApiOperation[] {
  return METHODS.filter((method) => method in item).map((method) => {
    const operation = objectOf(item[method]);
    const parameters = [...objectsOf(item['parameters']), ...objectsOf(operation['parameters'])];
    return {
      id: `${method}-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`,
      method: method.toUpperCase(),
      path,
      tag: text(listOf(operation['tags'])[0]) ?? '',
      ...optional('summary', text(operation['summary'])),
      ...optional('description', text(operation['description'])),
      callers: toCallers(operation['security']),
      parameters: parameters.map(toParameter),
      body: toContents(objectOf(operation['requestBody'])),
      responses: Object.entries(objectOf(operation['responses'])).map(([status, response]) => ({
        status,
        description: text(objectOf(response)['description']) ?? '',
        content: toContents(objectOf(response)),
      })),
      refers: referencesIn([parameters, operation]),
    };
  });
}

function toParameter(parameter: Json): ApiField {
  const schema = objectOf(parameter['schema']);
  return {
    name: text(parameter['name']) ?? '',
    place: text(parameter['in']) ?? '',
    type: typeOf(schema),
    required: parameter['required'] === true,
    ...optional('description', text(parameter['description']) ?? text(schema['description'])),
  };
}

function toContents(holder: Json): readonly ApiContent[] {
  return Object.entries(objectOf(holder['content'])).map(([mediaType, content]) => ({
    mediaType,
    type: typeOf(objectOf(objectOf(content)['schema'])),
  }));
}

function toModel(name: string, schema: Json): ApiModel {
  const required = listOf(schema['required']);
  const fields = Object.entries(objectOf(schema['properties'])).map(([key, value]) => ({
    name: key,
    type: typeOf(objectOf(value)),
    required: required.includes(key),
    ...optional('description', text(objectOf(value)['description'])),
  }));
  const refers = referencesIn(schema);
  return {
    name,
    type: typeOf(schema),
    fields,
    refers,
    ...optional('description', text(schema['description'])),
  };
}

/** The names of the models to which a part of the document refers. */
function referencesIn(part: unknown): readonly string[] {
  const found = JSON.stringify(part).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  return [...found].map(([, name = '']) => name);
}

/** A schema in one line: `string (date)`, `Award[]`, `"a" | "b"`, `object`. */
export function typeOf(schema: Json): string {
  const reference = text(schema['$ref']);
  if (reference) return reference.split('/').at(-1) ?? reference;
  if ('const' in schema) return JSON.stringify(schema['const']);
  const values = listOf(schema['enum']);
  if (values.length > 0) return values.map((value) => JSON.stringify(value)).join(' | ');
  const parts = [...objectsOf(schema['anyOf']), ...objectsOf(schema['oneOf'])];
  if (parts.length > 0) return parts.map(typeOf).join(' | ');
  const all = objectsOf(schema['allOf']);
  if (all.length > 0) return all.map(typeOf).join(' & ');
  return simpleType(schema);
}

function simpleType(schema: Json): string {
  const type = listOf(schema['type']).join(' | ') || text(schema['type']) || 'any';
  if (type === 'array') return `${typeOf(objectOf(schema['items']))}[]`;
  const format = text(schema['format']);
  const [least, most] = [schema['minimum'], schema['maximum']];
  const range = least !== undefined || most !== undefined ? `${least ?? ''}–${most ?? ''}` : undefined;
  const notes = [format, range].filter((note) => note !== undefined);
  return notes.length > 0 ? `${type} (${notes.join(', ')})` : type;
}

function optional<Key extends string>(key: Key, value: string | undefined) {
  return (value ? { [key]: value } : {}) as { readonly [K in Key]?: string };
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectsOf(value: unknown): readonly Json[] {
  return listOf(value).map(objectOf);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
