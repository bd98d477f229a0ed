import jsonld, { type ContextOptions, type LibraryContext } from 'jsonld';
import { isJsonObject, type JsonObject } from '../parsing/json-value.ts';
import type { ActiveContext, ContextSource, Term } from './active-context.ts';
import { makeDocumentLoader } from './document-loader.ts';
import { makeListMap } from './list-map.ts';
import { iriToken, isAbsoluteIri } from './n-quads.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDF_TYPE = `${RDF}type`;
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** Datatypes that the library writes in its own way: it leaves out their name, or rewrites the text. */
const PECULIAR = new Set([`${XSD}string`, `${XSD}double`, `${RDF}langString`]);
/** Members of a context that change the reading of every text or IRI. */
const WIDE = ['@base', '@vocab', '@language', '@direction', 'previousContext'];
/** Members of a term definition that a plain term may have. */
const PLAIN = new Set([
  '@id',
  '@type',
  '@container',
  '@context',
  'reverse',
  'protected',
  '_prefix',
  '_termHasColon',
]);

/** The compiled contexts of these texts, by address. The library makes each active context, which is then
 *  written out as plain data. */
export function makeContextSource(contexts: ReadonlyMap<string, object>): ContextSource {
  const options: ContextOptions = { base: null, safe: true, documentLoader: makeDocumentLoader(contexts) };
  return {
    initial: async () => compile(await jsonld.processContext(null, null, options), { options }),
    follow: async ({ from, by, names }) => {
      try {
        const origin = from.origin as LibraryContext;
        const next = await (by === 'types' ? afterTypes : afterContexts)(origin, names, options);
        if (next === undefined || WIDE.some((name) => name in next)) return undefined;
        if (next === origin) return from;
        return await compile(next, { options, previous: by === 'types' ? from : undefined });
      } catch {
        return undefined;
      }
    },
  };
}

// JSON-LD 1.1 API §5.1.2, step 9.
function afterContexts(from: LibraryContext, names: readonly string[], options: ContextOptions) {
  return jsonld.processContext(from, names, options);
}

// Step 11.2: the types in order. The definition of each type is taken from before any of them was applied.
async function afterTypes(from: LibraryContext, names: readonly string[], options: ContextOptions) {
  let at = from;
  for (const name of names.toSorted()) {
    const scoped = from.mappings.get(name)?.['@context'];
    if (scoped === undefined) continue;
    if (!isJsonObject(scoped) || '@propagate' in scoped) return undefined;
    at = await jsonld.processContext(at, scoped, options);
  }
  return at;
}

interface Use {
  readonly options: ContextOptions;
  readonly previous?: ActiveContext | undefined;
}

async function compile(origin: LibraryContext, { options, previous }: Use): Promise<ActiveContext> {
  const prefixes = [...origin.mappings].filter(([, term]) => term['_prefix']).map(([name]) => name);
  return {
    terms: await termsOf({ active: origin, options }),
    classes: classesOf(origin),
    prefixes: new Set(prefixes),
    previous,
    afterTypes: makeListMap(),
    afterContexts: makeListMap(),
    origin,
  };
}

interface Around {
  readonly active: LibraryContext;
  readonly options: ContextOptions;
}

async function termsOf(around: Around): Promise<Map<string, Term | undefined>> {
  const terms = new Map<string, Term | undefined>();
  for (const [name, definition] of around.active.mappings) {
    terms.set(name, await toTerm(name, definition, around));
  }
  return terms;
}

async function toTerm(name: string, definition: JsonObject, around: Around): Promise<Term | undefined> {
  const { '@id': iri, '@type': type, '@container': container, '@context': scoped, reverse } = definition;
  if (Object.keys(definition).some((member) => !PLAIN.has(member)) || reverse === true) return undefined;
  const isGraph = String(container) === '@graph';
  if (container !== undefined && String(container) !== '@set' && !isGraph) return undefined;
  if (name === 'id' && iri === '@id') return { kind: 'id' };
  if (name === 'type' && iri === '@type') return { kind: 'type' };
  if (!isIri(iri) || iri === RDF_TYPE) return undefined;
  const predicate = `${iriToken(iri)} `;
  if (isGraph) return scoped === undefined ? { kind: 'graph', predicate } : undefined;
  if (scoped !== undefined)
    return type === '@vocab' ? toVocabularyTerm(predicate, scoped, around) : undefined;
  if (type === '@id') return { kind: 'iri', predicate };
  if (type === undefined) return { kind: 'literal', predicate, datatype: undefined };
  if (!isIri(type) || PECULIAR.has(type)) return undefined;
  return { kind: 'literal', predicate, datatype: `^^${iriToken(type)}` };
}

/** The words of a term whose texts are read by a context of its own. The library lets such a context replace
 *  protected terms; a term whose context would do so is left out. */
async function toVocabularyTerm(
  predicate: string,
  scoped: unknown,
  around: Around,
): Promise<Term | undefined> {
  try {
    const { mappings } = await jsonld.processContext(around.active, scoped, around.options);
    const words = new Map<string, string>();
    for (const [word, definition] of mappings) {
      const iri = definition['@id'];
      if (isIri(iri)) words.set(word, iriToken(iri));
    }
    return { kind: 'word', predicate, words };
  } catch {
    return undefined;
  }
}

function classesOf({ mappings }: LibraryContext): Map<string, string> {
  const classes = new Map<string, string>();
  for (const [name, definition] of mappings) {
    const iri = definition['@id'];
    if (isIri(iri)) classes.set(name, `<${RDF_TYPE}> ${iriToken(iri)}`);
  }
  return classes;
}

function isIri(value: unknown): value is string {
  return isAbsoluteIri(String(value));
}
