// Writes the active contexts of badges as data for the browser: `node tools/compile-contexts.mjs`. With
// --check, it compares the file with the library's present result instead.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeContextSource } from '../src/open-badges/canonicalization/context-source.ts';
import { stepKey } from '../src/open-badges/canonicalization/context-table.ts';
import * as addresses from '../src/open-badges/contexts/addresses.ts';
import { STATIC_CONTEXTS } from '../src/open-badges/contexts/vendored.ts';
import { say } from './print.mjs';

const OUTPUT = new URL('../src/open-badges/canonicalization/contexts.generated.json', import.meta.url);
const { CREDENTIALS_V1, CREDENTIALS_V2, OPEN_BADGES_EXTENSIONS, ED25519_2020_V1 } = addresses;
const { OPEN_BADGES_V3_0_0, OPEN_BADGES_V3_0_1, OPEN_BADGES_V3_0_2, OPEN_BADGES_V3_0_3 } = addresses;
const { DATA_INTEGRITY_V2 } = addresses;

/** Lists of contexts in badges: ours first, then those of other issuers. */
const VERSIONS = [OPEN_BADGES_V3_0_3, OPEN_BADGES_V3_0_2, OPEN_BADGES_V3_0_1, OPEN_BADGES_V3_0_0];
const LISTS = [
  [CREDENTIALS_V2],
  ...VERSIONS.map((version) => [CREDENTIALS_V2, version]),
  [CREDENTIALS_V2, OPEN_BADGES_V3_0_3, OPEN_BADGES_EXTENSIONS],
  ...[OPEN_BADGES_V3_0_3, OPEN_BADGES_V3_0_2].map((version) => [CREDENTIALS_V2, version, DATA_INTEGRITY_V2]),
  ...[OPEN_BADGES_V3_0_3, OPEN_BADGES_V3_0_1].map((version) => [CREDENTIALS_V1, version]),
  ...[OPEN_BADGES_V3_0_3, OPEN_BADGES_V3_0_2].map((version) => [CREDENTIALS_V1, version, ED25519_2020_V1]),
];
/** Classes that occur together. Each class is also taken alone. */
const TOGETHER = [
  ['OpenBadgeCredential', 'VerifiableCredential'],
  ['AchievementCredential', 'VerifiableCredential'],
  ['EndorsementCredential', 'VerifiableCredential'],
  ['BitstringStatusListCredential', 'VerifiableCredential'],
];
const RDF_TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ';
const IS_CLASS = /^[A-Z0-9]/;

const source = makeContextSource(STATIC_CONTEXTS);
const states = [];
const pools = {
  names: new Map(),
  meanings: new Map(),
  sets: new Map(),
  prefixes: new Map(),
  types: new Map(),
};

const text = `${JSON.stringify(await compile())}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(OUTPUT, 'utf8') !== text) {
    say('The compiled contexts are not what the contexts say: run node tools/compile-contexts.mjs');
    process.exitCode = 1;
  }
} else {
  writeFileSync(fileURLToPath(OUTPUT), text);
}

async function compile() {
  const initial = await source.initial();
  await add(initial, undefined);
  for (const list of LISTS) {
    const base = await follow(initial, 'contexts', list);
    if (base === undefined) continue;
    await add(base, initial);
    keep(initial, list, base);
    // A credential inside another repeats the contexts of the document, which changes nothing.
    const again = await follow(base, 'contexts', list);
    if (again !== undefined && (await areAlike(base, again))) keep(base, list, base);
  }
  const values = (pool) => [...pool.keys()].map((key) => JSON.parse(key));
  const pooledValues = Object.fromEntries(Object.entries(pools).map(([name, pool]) => [name, values(pool)]));
  return { ...pooledValues, states: states.map(({ state }) => state) };
}

/** Whether two states have the same meanings, also after a step by each type. */
async function areAlike(one, other) {
  const spell = (context) =>
    JSON.stringify([[...meaningsOf(context)], [...context.prefixes], scopedOf(context)]);
  if (spell(one) !== spell(other)) return false;
  for (const names of scopedSets(one)) {
    const [left, right] = await Promise.all([follow(one, 'types', names), follow(other, 'types', names)]);
    if ((left && spell(left)) !== (right && spell(right))) return false;
  }
  return true;
}

function follow(from, by, names) {
  return source.follow({ from, by, names, quads: [] });
}

function scopedSets(from) {
  const scoped = scopedOf(from);
  const together = TOGETHER.filter((set) => set.every((name) => scoped.includes(name)));
  return [...scoped.map((name) => [name]), ...together];
}

/** The class names with a context of their own. In plain form, only class names are values of `type`
 *  (compacted-form.ts). */
function scopedOf({ origin }) {
  return [...origin.mappings]
    .filter(([name, term]) => IS_CLASS.test(name) && term['@context'] !== undefined)
    .map(([name]) => name)
    .sort();
}

function keep(from, list, next) {
  states[indexOf(from)].state.contexts[stepKey(list)] = indexOf(next);
}

function indexOf(context) {
  return states.findIndex((one) => one.context === context);
}

async function add(context, from) {
  const keys = scopedSets(context);
  const typed = [];
  for (const names of keys) typed.push(await typedSet(context, names));
  const state = {
    ...(from && { base: indexOf(from) }),
    set: differenceOf(from, context),
    prefixes: pooled(pools.prefixes, [...context.prefixes]),
    types: pooled(pools.types, keys.map(stepKey)),
    typed,
    contexts: {},
  };
  states.push({ context, state });
}

/** The number of the set by which the state differs after these types; -1 where the library refuses them, or
 *  where they bring prefixes of their own, as some signatures from before 2022 do. */
async function typedSet(from, names) {
  const next = await follow(from, 'types', names);
  const hasSamePrefixes = String([...(next?.prefixes ?? [])]) === String([...from.prefixes]);
  if (next?.previous !== from || !hasSamePrefixes) return -1;
  return differenceOf(from, next);
}

function differenceOf(from, context) {
  const before = from ? meaningsOf(from) : new Map();
  const own = meaningsOf(context);
  const set = [];
  for (const [name, meaning] of own) {
    if (before.get(name) !== meaning)
      set.push(pooled(pools.names, name), pooledText(pools.meanings, meaning));
  }
  for (const name of before.keys()) if (!own.has(name)) set.push(pooled(pools.names, name), -1);
  return pooled(pools.sets, set);
}

/** The meaning of each name, as JSON text. The name of a class is only read as a class, and no other name is
 *  read as one. */
function meaningsOf({ terms, classes }) {
  const meanings = new Map();
  for (const [name, term] of terms) {
    if (!IS_CLASS.test(name) && term !== undefined) meanings.set(name, JSON.stringify(toMeaning(term)));
  }
  for (const [name, quad] of classes) {
    if (IS_CLASS.test(name)) meanings.set(name, JSON.stringify(['class', iriIn(quad.replace(RDF_TYPE, ''))]));
  }
  return meanings;
}

function toMeaning({ kind, predicate, datatype, words }) {
  if (kind === 'id' || kind === 'type') return [kind];
  const iri = iriIn(predicate);
  if (kind === 'word')
    return [kind, iri, Object.fromEntries([...words].map(([word, token]) => [word, iriIn(token)]))];
  return datatype === undefined ? [kind, iri] : [kind, iri, iriIn(datatype)];
}

function iriIn(token) {
  return /<([^>]*)>/.exec(token)[1];
}

function pooled(pool, value) {
  return pooledText(pool, JSON.stringify(value));
}

function pooledText(pool, text) {
  if (!pool.has(text)) pool.set(text, pool.size);
  return pool.get(text);
}
