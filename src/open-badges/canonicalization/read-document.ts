import { isJsonObject, type JsonObject } from '../parsing/json-value.ts';

import type { ActiveContext, ContextStep, LiteralTerm, Term, TypedContext } from './active-context.ts';
import {
  blankGraph,
  blankSubject,
  type Dataset,
  type Graph,
  makeDataset,
  namedSubject,
  type Place,
  type Subject,
} from './dataset.ts';
import {
  adoptFrozenNode,
  cacheFrozenNode,
  type FrozenNode,
  findFrozenNode,
  mayBeShared,
} from './frozen-nodes.ts';
import { valueAt } from './list-map.ts';
import { iriToken, isAbsoluteIri, literalToken } from './n-quads.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

const BOOLEAN = `^^<${XSD}boolean>`;

const INTEGER = `^^<${XSD}integer>`;

/** Features of a document that are left to the library. */
export type Declined =
  | 'context'
  | 'type'
  | 'term'
  | 'iri'
  | 'value'
  | 'empty'
  | 'reference'
  | 'repeated-native';

export type Reading =
  | { readonly kind: 'read'; readonly dataset: Dataset }
  | { readonly kind: 'declined'; readonly reason: Declined }
  /** An active context must be derived before the document can be read on. `nodes` nodes were read so far. */
  | { readonly kind: 'step'; readonly step: ContextStep; readonly nodes: number };

interface Walk {
  readonly dataset: Dataset;
  /** Number of nodes read so far. */
  nodes: number;
  /** Why the document cannot be read to its end. */
  end: Exclude<Reading, { kind: 'read' }> | undefined;
}

/** The surroundings of a node or value. */
interface Around {
  /** The active context. */
  readonly context: ActiveContext;
  readonly graph: Graph;
  /** The start of the link to the node; undefined for the root of a graph. */
  readonly place: Place | undefined;
}

interface InnerAround extends Around {
  readonly place: Place;
}

type PropertyTerm = Exclude<Term, { kind: 'id' | 'type' }>;

/** Reads the quads of a document: expansion (JSON-LD 1.1 API §5.1) and deserialisation to RDF (§8.1) in one
 *  walk. It accepts documents that the library accepts in safe mode, without a base. */
export function readDocument(root: JsonObject, context: ActiveContext): Reading {
  const walk: Walk = { dataset: makeDataset(), nodes: 0, end: undefined };
  readNode(walk, root, { context, graph: walk.dataset.graph, place: undefined });
  return walk.end ?? { kind: 'read', dataset: walk.dataset };
}

function decline(walk: Walk, reason: Declined): false {
  walk.end = { kind: 'declined', reason };
  return false;
}

/** Reads one node. Here and below, false means that the walk has ended. The numbers are steps of §5.1.2. */
function readNode(walk: Walk, node: JsonObject, around: Around): boolean {
  walk.nodes += 1;
  const names = Object.keys(node);
  // 7: a node with only an id keeps the context around it. Every other node returns to the context before the
  // types.
  if (names.length === 1 && around.context.terms.get(names[0] as string)?.kind === 'id') {
    return readReference(walk, node, around);
  }
  const own = enterContexts(walk, node, around.context.previous ?? around.context);
  const typed = own && enterTypes(walk, node, own);
  const subject = typed && subjectOf(walk, node, { ...around, context: typed.context });
  if (!subject) return false;
  const { context, quads } = typed;
  let isStated = false;
  // 13: the library sorts the members first. The order makes no difference in a graph.
  for (const name of names) {
    if (name === '@context') continue;
    const term = context.terms.get(name);
    if (term === undefined) return decline(walk, 'term');
    if (term.kind === 'id') continue;
    isStated = true;
    if (term.kind === 'type') subject.quads.push(...quads);
    else if (!readValues(walk, node[name], { term, subject, context })) return false;
  }
  // The library drops a node that states nothing, and safe mode refuses it as the document.
  return isStated || decline(walk, 'empty');
}

// 9: the active context after the contexts of the node.
function enterContexts(walk: Walk, node: JsonObject, from: ActiveContext): ActiveContext | undefined {
  if (!('@context' in node)) return from;
  const contexts = node['@context'];
  const known = valueAt(from.afterContexts, contexts);
  if (known !== undefined) return known;
  const names = textsOf(contexts);
  walk.end = names
    ? { kind: 'step', step: { from, by: 'contexts', names }, nodes: walk.nodes }
    : { kind: 'declined', reason: 'context' };
  return undefined;
}

// 11: the active context after the types of the node.
function enterTypes(walk: Walk, node: JsonObject, from: ActiveContext): TypedContext | undefined {
  if (!('type' in node) || from.terms.get('type')?.kind !== 'type') return { context: from, quads: [] };
  const { type: types } = node;
  const known = valueAt(from.afterTypes, types);
  if (known !== undefined) return known;
  const names = textsOf(types);
  const classes = names?.map((name) => from.classes.get(name));
  walk.end =
    names && classes?.every((quad) => quad !== undefined)
      ? { kind: 'step', step: { from, by: 'types', names, quads: classes }, nodes: walk.nodes }
      : { kind: 'declined', reason: 'type' };
  return undefined;
}

/** The value as a list of texts; undefined if it is anything else or empty. */
function textsOf(value: unknown): readonly string[] | undefined {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.length > 0 && texts.every((text) => typeof text === 'string') ? texts : undefined;
}

// 13.4.3: the named subject, or a blank node.
function subjectOf(walk: Walk, node: JsonObject, { context, graph, place }: Around): Subject | undefined {
  if (!('id' in node)) return blankSubject(graph, place);
  const token = context.terms.get('id')?.kind === 'id' ? namedToken(node['id'], context) : undefined;
  if (token === undefined) return void decline(walk, 'iri');
  place?.subject.quads.push(`${place.predicate}${token}`);
  return namedSubject(graph, `${token} `);
}

function readReference(walk: Walk, node: JsonObject, { context, place }: Around): boolean {
  const [id] = Object.values(node);
  const token = namedToken(id, context);
  if (place === undefined || token === undefined) return decline(walk, 'reference');
  place.subject.quads.push(`${place.predicate}${token}`);
  return true;
}

interface Member {
  readonly term: PropertyTerm;
  readonly subject: Subject;
  readonly context: ActiveContext;
}

function readValues(walk: Walk, value: unknown, member: Member): boolean {
  if (!Array.isArray(value)) return readValue(walk, value, member);
  if (value.length === 0) return decline(walk, 'empty');
  return value.every((item) => readValue(walk, item, member));
}

function readValue(walk: Walk, value: unknown, { term, subject, context }: Member): boolean {
  if (isJsonObject(value)) {
    const place = { subject, predicate: term.predicate };
    return readInner(walk, value, { context, graph: subject.graph, place }, term);
  }
  const token = objectToken(value, term, context);
  if (token === undefined) return decline(walk, 'value');
  if (typeof value !== 'string') subject.hasNative = true;
  subject.quads.push(`${term.predicate}${token}`);
  return true;
}

function readInner(walk: Walk, node: JsonObject, around: InnerAround, term: PropertyTerm): boolean {
  const { context, place } = around;
  // 13.12: each value has a graph of its own.
  if (term.kind === 'graph') {
    return readNode(walk, node, { context, graph: blankGraph(walk.dataset, place), place: undefined });
  }
  if (around.graph.name !== undefined || !mayBeShared(node)) return readNode(walk, node, around);
  const part = findFrozenNode(node, context) ?? readFrozenNode(walk, node, context);
  if (part !== undefined) adoptFrozenNode(walk.dataset, part, place);
  return part !== undefined;
}

/** Reads a part that several documents may share, and remembers its quads. */
function readFrozenNode(walk: Walk, node: JsonObject, context: ActiveContext): FrozenNode | undefined {
  const reading = readDocument(node, context);
  if (reading.kind !== 'read') {
    walk.end = reading;
    return undefined;
  }
  const part = cacheFrozenNode(node, context, reading.dataset);
  if (part === undefined) decline(walk, 'repeated-native');
  return part;
}

/** The object of the quad for a value: value expansion (JSON-LD 1.1 API §5.3.2), then object to RDF
 *  conversion (§8.2.2). Undefined if the value is left to the library. */
function objectToken(value: unknown, term: Term, context: ActiveContext): string | undefined {
  // §5.3.2, steps 1 and 2: the text is an IRI or a word.
  if (term.kind === 'iri') return namedToken(value, context);
  if (term.kind === 'word') return term.words.get(value);
  if (term.kind !== 'literal') return undefined;
  if (typeof value === 'string') {
    // The library stores values in objects, where this name would reach the prototype.
    return value === '__proto__' ? undefined : `${literalToken(value)}${term.datatype ?? ''}`;
  }
  return nativeToken(value, term);
}

/** §8.2.2, steps 8 to 12. Numbers with a fraction, and integers beyond the safe range of JavaScript, are left
 *  to the library. */
function nativeToken(value: unknown, { datatype }: LiteralTerm): string | undefined {
  if (typeof value === 'boolean') return `"${value}"${datatype ?? BOOLEAN}`;
  return Number.isSafeInteger(value) ? `"${value}"${datatype ?? INTEGER}` : undefined;
}

/** IRI expansion (JSON-LD 1.1 API §5.2.2) without a base. Only absolute IRIs are read; compact IRIs are left
 *  to the library. */
function namedToken(value: unknown, { prefixes }: ActiveContext): string | undefined {
  if (typeof value !== 'string' || !isAbsoluteIri(value)) return undefined;
  // 6: a known prefix makes it a compact IRI, unless `//` follows.
  const colon = value.indexOf(':');
  if (prefixes.has(value.slice(0, colon)) && !value.startsWith('//', colon + 1)) return undefined;
  return iriToken(value);
}
