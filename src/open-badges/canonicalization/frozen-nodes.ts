import type { JsonObject } from '../parsing/json-value.ts';
import type { ActiveContext } from './active-context.ts';
import { addQuads, type Dataset, namedSubject, type Place, type Subject } from './dataset.ts';
import { isSharedJson } from './frozen-json.ts';
import { END, quadLines } from './quad-lines.ts';
import { sortQuads } from './sort-quads.ts';

/** The quads of a node that several documents share, such as the achievement and the issuer of many badges.
 *  The root of the node has a name, so that its quads do not depend on the document around it. */
export interface FrozenNode {
  /** The active context around the node, on which its meaning depends. */
  readonly context: ActiveContext;
  readonly root: Subject;
  readonly dataset: Dataset;
}

const frozenNodes = new WeakMap<JsonObject, FrozenNode>();

/** Whether the quads of a node may be remembered: documents share it, it has a name, and it states
 *  something. */
export function mayBeShared(node: JsonObject): boolean {
  return isSharedJson(node) && 'id' in node && Object.keys(node).length > 1;
}

/** The remembered quads of this node under this context, if there are any. */
export function findFrozenNode(node: JsonObject, context: ActiveContext): FrozenNode | undefined {
  const part = frozenNodes.get(node);
  return part?.context === context ? part : undefined;
}

/** Remembers the quads of a node. Undefined if they cannot be sorted (sort-quads.ts). */
export function cacheFrozenNode(
  node: JsonObject,
  context: ActiveContext,
  dataset: Dataset,
): FrozenNode | undefined {
  const [root] = dataset.graph.named.values();
  if (root === undefined || !sortQuads(dataset)) return undefined;
  for (const { named, blank } of dataset.graphs) {
    named.forEach(share);
    blank.forEach(share);
  }
  const part = { context, root, dataset };
  frozenNodes.set(node, part);
  return part;
}

/** Writes the lines of a named subject at once, unless it links to a blank node, whose label differs from
 *  document to document. */
function share(subject: Subject): void {
  subject.isShared = true;
  const isSettled = subject.token !== '' && subject.links.length === 0;
  if (isSettled) subject.text = quadLines(subject.token, subject.quads, END);
}

/** Adds the quads of a node to a document, and the link to the node. */
export function adoptFrozenNode(dataset: Dataset, part: FrozenNode, { subject, predicate }: Place): void {
  subject.quads.push(`${predicate}${part.root.token.trimEnd()}`);
  const { graph } = dataset;
  for (const shared of part.dataset.graph.named.values()) {
    if (graph.named.has(shared.token)) addQuads(namedSubject(graph, shared.token), shared);
    else graph.named.set(shared.token, shared);
  }
  graph.blank.push(...part.dataset.graph.blank);
  dataset.graphs.push(...part.dataset.graphs.slice(1));
}
