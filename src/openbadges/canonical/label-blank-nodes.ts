import type { BlankNode, Dataset, Graph, Subject } from './dataset.ts';
import { END, linesOf, quadsOf } from './quad-lines.ts';

/** SHA-256 of the text in UTF-8, in lower-case hexadecimal. */
export type Sha256Hex = (text: string) => string;

/** Gives each blank node its canonical label (RDFC-1.0 §4.4, steps 3 and 4). Returns false where two nodes
 *  have the same hash: step 5 would be needed, and is left to the library. The quads must be sorted. */
export function labelBlankNodes({ graphs }: Dataset, sha256Hex: Sha256Hex): boolean {
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
  const own = linesOf('_:a ', quadsOf(node, otherLabel), end);
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
