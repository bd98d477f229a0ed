import type { JsonObject } from '../parsing/json-value.ts';
import type { ActiveContext, ContextSource, ContextStep } from './active-context.ts';
import type { BlankNode, Dataset, Graph, Subject } from './dataset.ts';
import { setAt } from './list-map.ts';
import { END, quadLines, quadsOf } from './quad-lines.ts';
import { type Declined, readDocument } from './read-document.ts';
import { type NQuads, serialiseDataset } from './serialise-dataset.ts';
import { sortQuads } from './sort-quads.ts';

/** The canonical form of a document, or the reason why there is none. */
export type CompiledForm =
  | { readonly kind: 'canonical'; readonly nquads: NQuads }
  /** The document is left to the library of JSON-LD. */
  | { readonly kind: 'declined'; readonly reason: DeclinedForm };

/** Why a document is left to the library. */
export type DeclinedForm = Declined | 'equal-hashes' | 'too-many-contexts';

/** Makes the canonical N-Quads of a document, or tells why it is left to the library. Never throws. */
export type CompiledCanonicaliser = (document: JsonObject) => Promise<CompiledForm>;

/** The most steps for one document. A step by a list of contexts counts as eight steps by a type. A badge
 *  needs some twenty, and only the first time. */
const STEPS_A_DOCUMENT = 48;
const STEPS_FOR_CONTEXTS = 8;
/** The most nodes that are read in vain for one document, which is read again after each step. */
const NODES_READ_AGAIN = 2000;
/** The most active contexts that are kept. When foreign documents fill the store, it is emptied. */
const MAX_CACHED_CONTEXTS = 400;

interface CachedContexts {
  readonly initial: ActiveContext;
  /** Number of active contexts that follow from the initial one. */
  count: number;
}

/** Makes a canonicaliser by compiled contexts (docs/adr/0017): RDFC-1.0 over JSON-LD in safe mode, with the
 *  same bytes as the library. */
export function makeCompiledCanonicaliser(
  source: ContextSource,
  sha256Hex: Sha256Hex,
): CompiledCanonicaliser {
  let saved: CachedContexts | undefined;
  return async (document) => {
    if (saved === undefined || saved.count >= MAX_CACHED_CONTEXTS)
      saved = { initial: await source.initial(), count: 0 };
    const store = saved;
    let steps = 0;
    let nodes = 0;
    for (;;) {
      const reading = readDocument(document, store.initial);
      if (reading.kind === 'read') return canonicalise(reading.dataset, sha256Hex);
      if (reading.kind !== 'step') return reading;
      steps += reading.step.by === 'contexts' ? STEPS_FOR_CONTEXTS : 1;
      nodes += reading.nodes;
      if (steps > STEPS_A_DOCUMENT || nodes > NODES_READ_AGAIN) {
        return { kind: 'declined', reason: 'too-many-contexts' };
      }
      const next = await source.follow(reading.step);
      if (next === undefined) return { kind: 'declined', reason: 'context' };
      cacheStep(reading.step, next);
      store.count += 1;
    }
  };
}

function cacheStep(step: ContextStep, context: ActiveContext): void {
  const { from, names } = step;
  if (step.by === 'contexts') setAt(from.afterContexts, names, context);
  else setAt(from.afterTypes, names, { context, quads: step.quads });
}

function canonicalise(dataset: Dataset, sha256Hex: Sha256Hex): CompiledForm {
  if (!sortQuads(dataset)) return { kind: 'declined', reason: 'repeated-native' };
  if (!labelBlankNodes(dataset, sha256Hex)) return { kind: 'declined', reason: 'equal-hashes' };
  return { kind: 'canonical', nquads: serialiseDataset(dataset) };
}

/** SHA-256 of the text in UTF-8, in lower-case hexadecimal. */
export type Sha256Hex = (text: string) => string;

/** Gives each blank node its canonical label (RDFC-1.0 §4.4, steps 3 and 4). Returns false if two nodes
 *  have the same hash: step 5 would be needed, and is left to the library. The quads must be sorted. */
function labelBlankNodes({ graphs }: Dataset, sha256Hex: Sha256Hex): boolean {
  const blank = graphs.flatMap((graph) => graph.blank);
  // 3: computes the first degree hash of every blank node.
  const byHash = new Map<string, BlankNode>();
  for (const node of blank) {
    node.hash ??= sha256Hex(firstDegreeQuads(node));
    byHash.set(node.hash, node);
  }
  if (byHash.size < blank.length) return false;
  // 4: gives canonical labels in the order of the hashes.
  const sorted = [...byHash].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [at, [, node]] of sorted.entries()) node.token = `_:c14n${at} `;
  return true;
}

/** The quads that contain a blank node, in order (RDFC-1.0 §4.6). The node itself is written `_:a`, every
 *  other one `_:z`. */
function firstDegreeQuads(node: BlankNode): string {
  const { from, graph, contents } = node;
  const end = graph.name === undefined ? END : ` _:z${END}`;
  const link = from ? `${tokenOf(from.subject)}${from.predicate}_:a${end}` : '';
  if (contents !== undefined) return [link, ...graphQuads(contents)].sort().join('');
  const own = quadLines('_:a ', quadsOf(node, otherLabel), end);
  // `<` sorts before `_:a`, and `_:z` sorts after it.
  return link.startsWith('<') ? link + own : own + link;
}

/** The quads of a graph whose name is the blank node `_:a`. */
function graphQuads({ named, blank }: Graph): string[] {
  return [...named.values(), ...blank].flatMap((subject) =>
    quadsOf(subject, otherLabel).map((quad) => `${tokenOf(subject)}${quad} _:a${END}`),
  );
}

const otherLabel = () => '_:z';

function tokenOf({ token }: Subject): string {
  return token.startsWith('<') ? token : '_:z ';
}
