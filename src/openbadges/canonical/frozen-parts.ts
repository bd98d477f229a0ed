import type { JsonObject } from '../json-value.ts';
import type { ActiveContext } from './active-context.ts';
import { addQuads, type Dataset, namedSubject, type Place, type Subject } from './dataset.ts';
import { isSharedJson } from './frozen-json.ts';
import { END, linesOf } from './quad-lines.ts';
import { sortQuads } from './sort-quads.ts';

/** What a part of a document states, where documents share the part: the achievement and the issuer of a
 *  batch. Its root has a name, so that nothing in it depends on the document around it. */
export interface FrozenPart {
  /** The active context around it, on which its meaning depends. */
  readonly context: ActiveContext;
  readonly root: Subject;
  readonly dataset: Dataset;
}

const parts = new WeakMap<JsonObject, FrozenPart>();

/** Whether what a node states can be kept: documents share it, and it has a name and says something. */
export function mayBeShared(node: JsonObject): boolean {
  return isSharedJson(node) && 'id' in node && Object.keys(node).length > 1;
}

/** What this node states under this context, where it is known. */
export function frozenPart(node: JsonObject, context: ActiveContext): FrozenPart | undefined {
  const part = parts.get(node);
  return part?.context === context ? part : undefined;
}

/** Keeps what a node states. Undefined where its quads cannot be sorted (sort-quads.ts). */
export function keepFrozenPart(
  node: JsonObject,
  context: ActiveContext,
  dataset: Dataset,
): FrozenPart | undefined {
  const [root] = dataset.graph.named.values();
  if (root === undefined || !sortQuads(dataset)) return undefined;
  for (const { named, blank } of dataset.graphs) {
    named.forEach(share);
    blank.forEach(share);
  }
  const part = { context, root, dataset };
  parts.set(node, part);
  return part;
}

/** What a named subject says is text at once, where it links to no blank node, whose label each document
 *  gives. */
function share(subject: Subject): void {
  subject.isShared = true;
  const isSettled = subject.token !== '' && subject.links.length === 0;
  if (isSettled) subject.text = linesOf(subject.token, subject.quads, END);
}

/** Adds what a part states to a document, with the link to it. */
export function adoptPart(dataset: Dataset, part: FrozenPart, { subject, predicate }: Place): void {
  subject.quads.push(`${predicate}${part.root.token.trimEnd()}`);
  const { graph } = dataset;
  for (const shared of part.dataset.graph.named.values()) {
    if (graph.named.has(shared.token)) addQuads(namedSubject(graph, shared.token), shared);
    else graph.named.set(shared.token, shared);
  }
  graph.blank.push(...part.dataset.graph.blank);
  dataset.graphs.push(...part.dataset.graphs.slice(1));
}
