import {
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  DATA_INTEGRITY_V1,
  STATIC_CONTEXTS,
} from '../../src/open-badges/contexts/vendored.ts';
import { isJsonObject, type JsonObject, listOf } from '../../src/open-badges/parsing/json-value.ts';

/** Ways to write a document differently while it stays the same graph; most of them hide something from a
 *  reader of JSON. They are seeded, so they are the same on every run. The caller must check that the graph
 *  was really kept, because a way may not fit the chosen member. */
export interface Rewriting {
  /** The way of the rewriting, and its place. */
  readonly label: string;
  readonly document: JsonObject;
}

const DATA_INTEGRITY_V2 = 'https://w3id.org/security/data-integrity/v2';

type Mutable = Record<string, unknown>;
type Draw = <Item>(items: readonly Item[]) => Item;

/** The place of a rewriting: an object anywhere in the document, and one of its members. */
interface Spot {
  readonly root: Mutable;
  readonly object: Mutable;
  readonly name: string;
  readonly draw: Draw;
}
/** Changes the given document; false if it does not fit. */
type Way = (spot: Spot) => boolean;

const DEFINITIONS = definitionsOf([...STATIC_CONTEXTS.values()]);

function addContext({ root }: Spot, context: JsonObject): void {
  root['@context'] = [...listOf(root['@context']), context];
}

/** Removes the member and returns it, to be put back under another name or elsewhere. */
function take({ object, name }: Spot): unknown {
  const value = object[name];
  Reflect.deleteProperty(object, name);
  return value;
}

/** The value in the form that it needs without a term to define its type. */
function uncoerced(value: unknown, definition: JsonObject): unknown {
  const type = definition['@type'];
  return listOf(value).map((item) => {
    if (typeof item !== 'string' || type === undefined) return item;
    return type === '@id' || type === '@vocab' ? { '@id': item } : { '@value': item, '@type': type };
  });
}

const definitionOf = ({ name, draw }: Spot): JsonObject | undefined => {
  const known = DEFINITIONS.get(name);
  return known ? draw(known) : undefined;
};

const isOrdinary = ({ name }: Spot) => !['@context', 'id', 'type', 'proof'].includes(name);

const WAYS: Readonly<Record<string, Way>> = {
  'moved to @nest': (spot) => {
    if (spot.name === '@context' || spot.name === 'proof') return false;
    spot.object['@nest'] = { [spot.name]: take(spot) };
    return true;
  },
  'moved to an alias of @nest': (spot) => {
    if (!isOrdinary(spot)) return false;
    addContext(spot, { more: '@nest' });
    spot.object['more'] = { [spot.name]: take(spot) };
    return true;
  },
  'named by its IRI': (spot) => {
    const definition = isOrdinary(spot) ? definitionOf(spot) : undefined;
    if (definition === undefined) return false;
    spot.object[String(definition['@id'])] = uncoerced(take(spot), definition);
    return true;
  },
  'named by a prefix': (spot) => {
    const definition = isOrdinary(spot) ? definitionOf(spot) : undefined;
    const [, base, rest] = /^(.*[#/])(.+)$/.exec(String(definition?.['@id'])) ?? [];
    if (definition === undefined || base === undefined) return false;
    addContext(spot, { zz: { '@id': base, '@prefix': true } });
    spot.object[`zz:${rest}`] = uncoerced(take(spot), definition);
    return true;
  },
  'named by an alias': (spot) => {
    const definition = isOrdinary(spot) ? definitionOf(spot) : undefined;
    if (definition === undefined) return false;
    addContext(spot, { other: definition });
    spot.object['other'] = take(spot);
    return true;
  },
  'named by an alias of a context of its own': (spot) => {
    const definition = isOrdinary(spot) ? definitionOf(spot) : undefined;
    if (definition === undefined || spot.object['@context'] !== undefined) return false;
    spot.object['@context'] = { other: definition };
    spot.object['other'] = take(spot);
    return true;
  },
  'keyed by an index': (spot) => {
    const definition = isOrdinary(spot) ? definitionOf(spot) : undefined;
    if (definition === undefined || definition['@container'] === '@graph') return false;
    addContext(spot, { other: { ...definition, '@container': '@index' } });
    spot.object['other'] = { 'Un autre titre': take(spot) };
    return true;
  },
  'with its keyword spelt out': (spot) => {
    if (spot.name !== 'id' && spot.name !== 'type') return false;
    spot.object[`@${spot.name}`] = take(spot);
    return true;
  },
  'with an alias of its keyword': (spot) => {
    if (spot.name !== 'id' && spot.name !== 'type') return false;
    addContext(spot, { a: `@${spot.name}` });
    spot.object['a'] = take(spot);
    return true;
  },
  'with a type behind an alias': (spot) => {
    const type = spot.name === 'type' ? spot.draw(listOf(spot.object['type'])) : undefined;
    const definition = DEFINITIONS.get(String(type));
    if (definition === undefined) return false;
    addContext(spot, { Autre: spot.draw(definition) });
    spot.object['type'] = listOf(spot.object['type']).map((one) => (one === type ? 'Autre' : one));
    return true;
  },
  'with a type as its IRI': (spot) => {
    const type = spot.name === 'type' ? spot.draw(listOf(spot.object['type'])) : undefined;
    const definition = DEFINITIONS.get(String(type));
    if (definition === undefined) return false;
    const iri = spot.draw(definition)['@id'];
    spot.object['type'] = listOf(spot.object['type']).map((one) => (one === type ? iri : one));
    return true;
  },
  'with an address behind a prefix': (spot) => {
    const [, base, rest] =
      /^(https?:\/\/[^/]+\/|urn:uuid:|did:web:)(.+)$/.exec(String(spot.object['id'])) ?? [];
    if (base === undefined) return false;
    addContext(spot, { mailto: { '@id': base, '@prefix': true } });
    spot.object['id'] = `mailto:${rest}`;
    return true;
  },
  'in @included': (spot) => {
    const definition = isOrdinary(spot) ? definitionOf(spot) : undefined;
    if (definition === undefined || typeof spot.object['id'] !== 'string') return false;
    const about = {
      '@id': spot.object['id'],
      [String(definition['@id'])]: uncoerced(take(spot), definition),
    };
    spot.root['@included'] = [...listOf(spot.root['@included']), about];
    return true;
  },
  'by @reverse': (spot) => {
    const definition = isOrdinary(spot) ? definitionOf(spot) : undefined;
    const value = spot.object[spot.name];
    if (definition === undefined || !isJsonObject(value) || typeof spot.object['id'] !== 'string')
      return false;
    take(spot);
    const reverse = { [String(definition['@id'])]: { '@id': spot.object['id'] } };
    spot.root['@included'] = [...listOf(spot.root['@included']), { ...value, '@reverse': reverse }];
    return true;
  },
  'inside @graph': ({ root, name }) => {
    if (name === '@context') return false;
    const { '@context': context, proof, ...rest } = structuredClone(root);
    for (const member of Object.keys(root)) Reflect.deleteProperty(root, member);
    Object.assign(root, { '@context': context, '@graph': [rest], ...(proof !== undefined && { proof }) });
    return true;
  },
  'with a holder that is an index': (spot) => {
    const subject = spot.root['credentialSubject'];
    if (!isJsonObject(subject)) return false;
    addContext(spot, { givenName: '@index' });
    spot.root['credentialSubject'] = { ...subject, givenName: 'Mallory' };
    return true;
  },
  'with a title that is an index': (spot) => {
    if (spot.object['label'] !== undefined) return false;
    addContext(spot, { label: '@index' });
    spot.object['label'] = 'Un autre titre';
    return true;
  },
  'moved to another description of the same thing': (spot) => {
    if (!isOrdinary(spot)) return false;
    const twins = objectsOf(spot.root).filter(
      (other) =>
        other !== spot.object && typeof other['id'] === 'string' && other['id'] === spot.object['id'],
    );
    if (twins.length === 0) return false;
    const twin = spot.draw(twins);
    const types = [...listOf(twin['type']), ...listOf(spot.object['type'])];
    if (types.length > 0) twin['type'] = [...new Set(types)];
    if (twin[spot.name] !== undefined) return false;
    twin[spot.name] = take(spot);
    return true;
  },
  'labelled as a node without name': ({ object, draw }) => {
    if (object['id'] !== undefined) return false;
    object['id'] = draw(['_:b0', '_:x']);
    return true;
  },
  'as an object with an id': ({ object, name }) => {
    if (typeof object[name] !== 'string' || name === 'id') return false;
    object[name] = { id: object[name] };
    return true;
  },
  'as a value object': ({ object, name }) => {
    if (typeof object[name] !== 'string' || name === 'id') return false;
    object[name] = { '@value': object[name] };
    return true;
  },
  'as text': ({ object, name }) => {
    if (typeof object[name] !== 'boolean' && typeof object[name] !== 'number') return false;
    object[name] = String(object[name]);
    return true;
  },
  'as an array of one': ({ object, name }) => {
    if (name === '@context' || name === 'id' || Array.isArray(object[name])) return false;
    object[name] = [object[name]];
    return true;
  },
  'as an array in an array': ({ object, name }) => {
    if (name === '@context' || name === 'type' || !Array.isArray(object[name])) return false;
    object[name] = [object[name]];
    return true;
  },
  'without the brackets of one': ({ object, name }) => {
    const value = object[name];
    if (name === '@context' || !Array.isArray(value) || value.length !== 1) return false;
    object[name] = value[0];
    return true;
  },
  'in another order': ({ object, name }) => {
    const value = object[name];
    if (name === '@context') return false;
    const again = Object.entries(object).toReversed();
    for (const [member] of again) Reflect.deleteProperty(object, member);
    Object.assign(object, Object.fromEntries(again));
    if (Array.isArray(value)) object[name] = value.toReversed();
    return true;
  },
  'with a member that says nothing': ({ object, draw }) => {
    const name = draw(['credentialStatus', 'evidence', 'validUntil', 'proof', 'refreshService']);
    if (object[name] !== undefined) return false;
    object[name] = null;
    return true;
  },
  'with contexts named again': ({ root, draw }) => {
    const contexts = listOf(root['@context']);
    root['@context'] = [...contexts, draw([...contexts, ...STATIC_CONTEXTS.keys()])];
    return true;
  },
  'with the other data model first': ({ root }) => {
    const [first, ...others] = listOf(root['@context']).map(String);
    // The context of 1.1 does not define Data Integrity proofs; that of 2.0 does.
    root['@context'] =
      first === CREDENTIALS_V1
        ? [CREDENTIALS_V2, ...others.filter((url) => url !== DATA_INTEGRITY_V1)]
        : [CREDENTIALS_V1, ...others, DATA_INTEGRITY_V2];
    return true;
  },
  'with contexts inside': ({ root, object }) => {
    if (object['@context'] !== undefined) return false;
    object['@context'] = root['@context'];
    return true;
  },
  'with an empty context inside': ({ object, draw }) => {
    if (object['@context'] !== undefined) return false;
    object['@context'] = draw<unknown>([{}, []]);
    return true;
  },
};

/** `count` rewritings of a document, each by one or two ways. */
export function rewritingsOf(document: JsonObject, count: number, seed: number): readonly Rewriting[] {
  const random = mulberry32(seed);
  const draw: Draw = (items) => items[Math.floor(random() * items.length)] as (typeof items)[number];
  const rewritings: Rewriting[] = [];
  for (let tries = 0; rewritings.length < count && tries < count * 20; tries += 1) {
    const root = structuredClone(document) as Mutable;
    const ways = random() < 0.8 ? 1 : 2;
    const labels = Array.from({ length: ways }, () => rewriteOnce(root, draw));
    if (!labels.includes(undefined)) rewritings.push({ label: labels.join(', then '), document: root });
  }
  return rewritings;
}

function rewriteOnce(root: Mutable, draw: Draw): string | undefined {
  const object = draw(objectsOf(root));
  const name = draw(Object.keys(object));
  const [label, way] = draw(Object.entries(WAYS));
  return way({ root, object, name, draw }) ? `${name} ${label}` : undefined;
}

/** Every object of the document that has members, except contexts. */
function objectsOf(value: unknown): Mutable[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  if (!isJsonObject(value)) return [];
  const inside = Object.entries(value).flatMap(([name, member]) =>
    name === '@context' ? [] : objectsOf(member),
  );
  return Object.keys(value).length > 0 ? [value as Mutable, ...inside] : inside;
}

/** The definitions of each term in the contexts, with whole IRIs; several where the contexts differ. */
function definitionsOf(documents: readonly object[]): ReadonlyMap<string, readonly JsonObject[]> {
  const found = new Map<string, JsonObject[]>();
  const visit = (context: unknown): void => {
    if (Array.isArray(context)) for (const one of context) visit(one);
    if (!isJsonObject(context)) return;
    for (const [term, definition] of Object.entries(context)) {
      const whole: JsonObject | undefined = isJsonObject(definition) ? definition : { '@id': definition };
      if (term.startsWith('@') || !/^https?:/.test(String(whole['@id']))) continue;
      const { '@protected': _, ...rest } = whole;
      const known = found.get(term) ?? [];
      if (!known.some((one) => JSON.stringify(one) === JSON.stringify(rest))) known.push(rest);
      found.set(term, known);
      visit(rest['@context']);
    }
  };
  for (const document of documents) visit(Reflect.get(document, '@context'));
  return found;
}

/** A small generator of numbers in [0, 1), good enough for random choices. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
