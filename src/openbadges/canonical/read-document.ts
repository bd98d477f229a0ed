import type { JsonObject } from '../json-value.ts';
import { isJsonObject } from '../json-value.ts';
import type { ActiveContext, ContextStep, LiteralTerm, Term } from './active-context.ts';
import { blankSubject, type Dataset, namedSubject, type Subject } from './dataset.ts';
import { valueAt } from './list-map.ts';
import { iriToken, isAbsoluteIri, literalToken } from './n-quads.ts';

/** Why a document is left to the library. */
export type Declined =
  | 'array-in-array'
  | 'bare-reference'
  | 'compact-or-relative-iri'
  | 'context-not-by-name'
  | 'empty-value'
  | 'native-where-iri'
  | 'no-statement'
  | 'not-an-integer'
  | 'not-json'
  | 'reserved-text'
  | 'type-not-by-name'
  | 'unknown-class'
  | 'unknown-term'
  | 'unknown-word';

export type Reading =
  | { readonly kind: 'read'; readonly dataset: Dataset }
  | { readonly kind: 'declined'; readonly reason: Declined }
  /** The document leads to an active context that must be worked out first. */
  | { readonly kind: 'step'; readonly step: ContextStep };

interface Walk {
  readonly dataset: Dataset;
  end: Exclude<Reading, { kind: 'read' }> | undefined;
}

type Place = { readonly subject: Subject; readonly predicate: string };

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const BOOLEAN = `^^<${XSD}boolean>`;
const INTEGER = `^^<${XSD}integer>`;

/** The quads that a document states: JSON-LD expansion (JSON-LD 1.1 API §5.1) and deserialisation to RDF
 *  (§8.1) in one walk. What it reads is what the library reads in safe mode, without base; all else is
 *  declined. */
export function readDocument(document: JsonObject, initial: ActiveContext): Reading {
  const walk: Walk = { dataset: { named: new Map(), blank: [] }, end: undefined };
  readNode(walk, document, initial, undefined);
  return walk.end ?? { kind: 'read', dataset: walk.dataset };
}

function decline(walk: Walk, reason: Declined): false {
  walk.end ??= { kind: 'declined', reason };
  return false;
}

/** False, here and below, where the walk ends. Numbers are steps of §5.1.2. */
function readNode(walk: Walk, node: JsonObject, around: ActiveContext, place: Place | undefined): boolean {
  const names = Object.keys(node);
  // 7: a node returns to the context before the types around it; a mere reference does not.
  if (names.length === 1 && around.terms.get(names[0] as string)?.kind === 'id') {
    return readReference(walk, node[names[0] as string], around, place);
  }
  const own = enterContexts(walk, node, around.previous ?? around);
  if (own === undefined) return false;
  const inner = enterTypes(walk, node, own);
  if (inner === undefined) return false;
  const subject = subjectOf(walk, node, inner, place);
  if (subject === undefined) return false;
  let count = 0;
  for (const name of names) {
    if (name === '@context') continue;
    const term = inner.terms.get(name);
    if (term === undefined) return decline(walk, 'unknown-term');
    if (term.kind === 'id') continue;
    count += 1;
    const wentWell =
      term.kind === 'type'
        ? addTypes(walk, node[name], own, subject)
        : readValues(walk, node[name], { term, subject, inner });
    if (!wentWell) return false;
  }
  return count > 0 || decline(walk, 'no-statement');
}

// 9: the node's own contexts.
function enterContexts(walk: Walk, node: JsonObject, from: ActiveContext): ActiveContext | undefined {
  if (!('@context' in node)) return from;
  const contexts = node['@context'];
  return valueAt(from.afterContexts, contexts) ?? missing(walk, { from, by: 'contexts' }, contexts);
}

// 11: the contexts that the node's types bring.
function enterTypes(walk: Walk, node: JsonObject, from: ActiveContext): ActiveContext | undefined {
  if (!('type' in node) || from.terms.get('type')?.kind !== 'type') return from;
  const { type: types } = node;
  const known = valueAt(from.afterTypes, types);
  if (known !== undefined) return known;
  const names = Array.isArray(types) ? types : [types];
  if (names.some((name) => typeof name === 'string' && !from.classes.has(name))) {
    return void decline(walk, 'unknown-class');
  }
  return missing(walk, { from, by: 'types' }, types);
}

function missing(walk: Walk, step: Omit<ContextStep, 'names'>, value: unknown): undefined {
  const names = Array.isArray(value) ? value : [value];
  if (names.length > 0 && names.every((name) => typeof name === 'string')) {
    walk.end ??= { kind: 'step', step: { ...step, names } };
  } else {
    decline(walk, step.by === 'types' ? 'type-not-by-name' : 'context-not-by-name');
  }
  return undefined;
}

function subjectOf(
  walk: Walk,
  node: JsonObject,
  inner: ActiveContext,
  place: Place | undefined,
): Subject | undefined {
  if (!('id' in node)) return blankSubject(walk.dataset, place);
  if (inner.terms.get('id')?.kind !== 'id') return void decline(walk, 'unknown-term');
  const token = readIri(walk, node['id'], inner);
  if (token === undefined) return undefined;
  if (place !== undefined) place.subject.quads.push(`${place.predicate}${token} .\n`);
  return namedSubject(walk.dataset, `${token} `);
}

function readReference(walk: Walk, id: unknown, around: ActiveContext, place: Place | undefined): boolean {
  if (place === undefined) return decline(walk, 'bare-reference');
  const token = readIri(walk, id, around);
  if (token === undefined) return false;
  place.subject.quads.push(`${place.predicate}${token} .\n`);
  return true;
}

// 13.4.4
function addTypes(walk: Walk, types: unknown, own: ActiveContext, subject: Subject): boolean {
  for (const type of Array.isArray(types) ? types : [types]) {
    const known = own.classes.get(type);
    if (known === undefined) return decline(walk, 'unknown-class');
    subject.quads.push(known.quad);
  }
  return true;
}

interface Around {
  readonly term: Exclude<Term, { kind: 'id' | 'type' }>;
  readonly subject: Subject;
  readonly inner: ActiveContext;
}

function readValues(walk: Walk, value: unknown, around: Around): boolean {
  if (!Array.isArray(value)) return readValue(walk, value, around);
  if (value.length === 0) return decline(walk, 'empty-value');
  for (const item of value) {
    if (Array.isArray(item)) return decline(walk, 'array-in-array');
    if (!readValue(walk, item, around)) return false;
  }
  return true;
}

function readValue(walk: Walk, value: unknown, around: Around): boolean {
  const { term, subject, inner } = around;
  if (typeof value === 'string') return readText(walk, value, around);
  if (isJsonObject(value)) return readNode(walk, value, inner, { subject, predicate: term.predicate });
  if (value === null) return decline(walk, 'empty-value');
  if (term.kind !== 'literal') return decline(walk, 'native-where-iri');
  return readNative(walk, value, term, subject);
}

// Value expansion (§5.3.2).
function readText(walk: Walk, text: string, { term, subject, inner }: Around): boolean {
  if (text === '__proto__') return decline(walk, 'reserved-text');
  if (term.kind === 'literal') {
    subject.quads.push(`${term.predicate}${literalToken(text)}${term.datatype ?? ''} .\n`);
    return true;
  }
  const object = term.kind === 'iri' ? readIri(walk, text, inner) : term.words.get(text);
  if (object === undefined) return decline(walk, 'unknown-word');
  subject.quads.push(`${term.predicate}${object} .\n`);
  return true;
}

// Object to RDF conversion (§8.2.2, steps 8 to 10).
function readNative(walk: Walk, value: unknown, term: LiteralTerm, subject: Subject): boolean {
  subject.hasNative = true;
  if (typeof value === 'boolean') {
    subject.quads.push(`${term.predicate}"${value}"${term.datatype ?? BOOLEAN} .\n`);
    return true;
  }
  if (typeof value !== 'number') return decline(walk, 'not-json');
  if (!Number.isSafeInteger(value)) return decline(walk, 'not-an-integer');
  subject.quads.push(`${term.predicate}"${value.toFixed(0)}"${term.datatype ?? INTEGER} .\n`);
  return true;
}

// IRI expansion (§5.2.2) where the document has no base: only what is absolute and not compact is read.
function readIri(walk: Walk, iri: unknown, { prefixes }: ActiveContext): string | undefined {
  if (typeof iri !== 'string' || iri === '__proto__' || !isAbsoluteIri(iri)) {
    return void decline(walk, 'compact-or-relative-iri');
  }
  const colon = iri.indexOf(':');
  if (!iri.startsWith('//', colon + 1) && prefixes.has(iri.slice(0, colon))) {
    return void decline(walk, 'compact-or-relative-iri');
  }
  return iriToken(iri);
}
