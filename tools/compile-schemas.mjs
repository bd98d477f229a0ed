// Writes the JSON Schemas of the standard as plain code: `node tools/compile-schemas.mjs`. With --check, it
// compares the file with the schemas instead. An unknown keyword ends the command, so that no rule is left
// out.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dateFormat } from '../src/open-badges/schema/rfc3339.ts';
import { say } from './print.mjs';

const ROOT = new URL('..', import.meta.url);
const SCHEMAS = {
  AchievementDocument: 'achievementcredential',
  EndorsementDocument: 'endorsementcredential',
};
const OUTPUT = 'src/open-badges/schema/compiled.generated.ts';
const SAYS_NOTHING = ['$schema', '$id', '$defs', '$comment', 'title', 'description'];
const HEAD = `// Made by tools/compile-schemas.mjs from schemas/open-badges-3.0. Do not change it by hand.
import { dateFormat } from './rfc3339.ts';
import { isJsonObject } from '../parsing/json-value.ts';
import { withStatusId } from '../parsing/tolerant-form.ts';

/** A single value stands for a list of one where the form is tolerant (tolerant-form.ts). */
function asList(value: unknown, isTolerant: boolean): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return isTolerant ? [value] : undefined;
}
`;

/** The functions and constants written so far, by name. Classes that both schemas define in the same way are
 *  shared. */
const written = new Map();
const shared = new Map();

const code = generate();
if (process.argv.includes('--check')) {
  if (readFileSync(new URL(OUTPUT, ROOT), 'utf8') !== code) {
    say(`${OUTPUT} is not what the schemas say: run node tools/compile-schemas.mjs`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(fileURLToPath(new URL(OUTPUT, ROOT)), code);
}

function generate() {
  for (const [name, file] of Object.entries(SCHEMAS)) {
    const schema = JSON.parse(readFileSync(new URL(`schemas/open-badges-3.0/${file}.json`, ROOT), 'utf8'));
    for (const [part, definition] of Object.entries(schema.$defs)) define(part, definition);
    define(name, schema, true);
  }
  return [HEAD, ...written.values()].join('\n');
}

function write(name, text) {
  if ((written.get(name) ?? text) !== text) throw new Error(`two meanings of ${name}`);
  written.set(name, text);
}

/** One function for a class of the standard. */
function define(name, schema, isExported = false) {
  const { properties, required = [], additionalProperties } = schema;
  const prefix = isExported ? 'export ' : '';
  if (properties === undefined) {
    write(`is${name}`, `${prefix}function is${name}${body(`  return ${test(schema, 'value')};\n`)}`);
    return;
  }
  demand(schema, { type: 'object' }, ['properties', 'required', 'additionalProperties']);
  if (!required.every((key) => Object.hasOwn(properties, key)))
    throw new Error('no rule for a required name');
  // The interpreter fails on a name that cannot be written as a URI, and so the document fails.
  const other = additionalProperties ? 'if (!name.isWellFormed()) return false;' : 'return false;';
  const code = `  if (!isJsonObject(value)) return false;
  let missing = ${required.length};
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
${casesOf(properties, required)}      default:
        ${other}
    }
  }
  return missing === 0;
`;
  write(`is${name}`, `${prefix}function is${name}${body(code)}`);
}

/** The cases of a switch. Members with the same rule share one. */
function casesOf(properties, required) {
  const namesOf = new Map();
  for (const [key, property] of Object.entries(properties)) {
    const rule = ruleOf(key, property, required.includes(key));
    namesOf.set(rule, [...(namesOf.get(rule) ?? []), key]);
  }
  const labels = (names) => names.map((name) => `      case '${name}':\n`).join('');
  return [...namesOf].map(([rule, names]) => `${labels(names)}${rule}        break;\n`).join('');
}

function ruleOf(key, property, isRequired) {
  const value = key === 'credentialStatus' ? '(isTolerant ? withStatusId(member) : member)' : 'member';
  // Order and brackets have a meaning in @context.
  const condition = test(property, value, key === '@context' ? 'false' : 'isTolerant');
  return `        if (!(${condition})) return false;\n${isRequired ? '        missing -= 1;\n' : ''}`;
}

function body(code) {
  return `(value: unknown, ${code.includes('isTolerant') ? '' : '_'}isTolerant: boolean): boolean {\n${code}}\n`;
}

/** The condition under which a value satisfies a schema. */
function test(schema, value, isTolerant = 'isTolerant') {
  const { $ref, allOf, oneOf, type } = schema;
  if ($ref !== undefined) {
    demand(schema, {}, ['$ref']);
    return `is${$ref.replace('#/$defs/', '')}(${value}, ${isTolerant})`;
  }
  if (allOf !== undefined) {
    demand(schema, {}, ['allOf']);
    return allOf.map((part) => test(part, value, isTolerant)).join(' && ');
  }
  if (oneOf !== undefined) {
    demand(schema, {}, ['oneOf']);
    if (oneOf.length !== 2) throw new Error('oneOf of other than two');
    return oneOf.map((part) => `(${test(part, value, isTolerant)})`).join(' !== ');
  }
  if (type === 'array') return `${list(schema)}(${value}, ${isTolerant})`;
  if (type === 'object') {
    demand(schema, { type }, []);
    return `isJsonObject(${value})`;
  }
  return testSimple(schema, value);
}

function testSimple(schema, value) {
  const { type, enum: terms, pattern, format: kind } = schema;
  if (terms !== undefined) {
    demand(schema, { type }, ['enum', 'type']);
    if (![undefined, 'string'].includes(type) || !terms.every((term) => typeof term === 'string')) {
      throw new Error('an enumeration of other than texts');
    }
    if (terms.length > 2) return `${constant('TERMS', `new Set<unknown>(${literal(terms)})`)}.has(${value})`;
    return terms.map((term) => `${value} === ${literal(term)}`).join(' || ');
  }
  if (!['string', 'number', 'boolean'].includes(type)) throw new Error(`no such type: ${type}`);
  demand(schema, { type }, type === 'string' ? ['pattern', 'format'] : []);
  const conditions = [`typeof ${value} === '${type}'`];
  if (pattern !== undefined) {
    conditions.push(`${constant('PATTERN', String(new RegExp(pattern, 'u')))}.test(${value})`);
  }
  if (kind !== undefined) {
    if (!Object.hasOwn(dateFormat, kind)) throw new Error(`no such format: ${kind}`);
    conditions.push(`dateFormat[${literal(kind)}](${value})`);
  }
  return conditions.join(' && ');
}

/** The name of the function for this list. */
function list(schema) {
  demand(schema, { type: 'array' }, ['items', 'additionalItems', 'minItems', 'contains']);
  const { items, minItems = 0, contains } = schema;
  const isTuple = Array.isArray(items);
  const found = contains === undefined ? '' : `    if (${test(contains, 'item')}) isFound = true;\n`;
  const code = body(`  const list = asList(value, isTolerant);
  if (list === undefined${minItems > 0 ? ` || list.length < ${minItems}` : ''}) return false;
${found && '  let isFound = false;\n'}  for (const ${isTuple ? '[at, item] of list.entries()' : 'item of list'}) {
    if (!(${isTuple ? testTuple(schema) : test(items, 'item')})) return false;
${found}  }
  return ${found ? 'isFound' : 'true'};
`);
  return once('isList', code, (name) => `function ${name}${code}`);
}

function testTuple({ items, additionalItems }) {
  const places = items.map((item, at) => `at === ${at} ? ${test(item, 'item')} : `);
  return `${places.join('')}${test(additionalItems, 'item')}`;
}

function constant(kind, value) {
  return once(kind, value, (name) => `const ${name} = ${value};\n`);
}

/** Declares a text once: the same text always gets the same name. */
function once(kind, text, declare) {
  const known = shared.get(text);
  if (known !== undefined) return known;
  const ofKind = [...shared.values()].filter((name) => name.startsWith(kind)).length;
  const name = `${kind}${ofKind + 1}`;
  shared.set(text, name);
  write(name, declare(name));
  return name;
}

function literal(value) {
  return JSON.stringify(value);
}

/** Throws where a schema has other values than these, or a keyword that would be ignored. */
function demand(schema, values, keywords) {
  for (const [key, value] of Object.entries(values)) {
    if (schema[key] !== value) throw new Error(`${key} is ${schema[key]}`);
  }
  const known = [...SAYS_NOTHING, ...Object.keys(values), ...keywords];
  const other = Object.keys(schema).find((key) => !known.includes(key));
  if (other !== undefined) throw new Error(`no such keyword: ${other}`);
}
