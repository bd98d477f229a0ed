import type { BlankNode, Dataset, Subject } from './dataset.ts';
import { END, quadsOf } from './quad-lines.ts';

/** SHA-256 of the text in UTF-8, in lower-case hexadecimal. */
export type Sha256Hex = (text: string) => string;

/** Gives each blank node its canonical label (RDFC-1.0 §4.4, steps 3 and 4). False where two of them have the
 *  same hash: step 5 would tell them apart, and is left to the library. The quads must be sorted. */
export function labelBlankNodes({ graphs }: Dataset, sha256Hex: Sha256Hex): boolean {
  const blank = graphs.flatMap((graph) => graph.blank);
  // 3: the first degree hash of every blank node.
  const byHash = new Map<string, BlankNode>();
  for (const node of blank) byHash.set(hashOf(node, sha256Hex), node);
  if (byHash.size < blank.length) return false;
  // 4: canonical labels in the order of the hashes.
  const sorted = [...byHash].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [at, [, node]] of sorted.entries()) node.token = `_:c14n${at} `;
  return true;
}

function hashOf(node: BlankNode, sha256Hex: Sha256Hex): string {
  if (node.hash !== undefined) return node.hash;
  const hash = sha256Hex(firstDegreeQuads(node));
  if (node.isShared) node.hash = hash;
  return hash;
}

/** The quads that name a blank node, in order (RDFC-1.0 §4.6): itself as `_:a`, every other one as `_:z`. */
function firstDegreeQuads(node: BlankNode): string {
  const { from, graph, contents } = node;
  const end = graph.name === undefined ? END : ` _:z${END}`;
  const lines = quadsOf(node, otherLabel).map((quad) => `_:a ${quad}${end}`);
  if (from !== undefined) lines.push(`${tokenOf(from.subject)}${from.predicate}_:a${end}`);
  for (const subject of contents ? [...contents.named.values(), ...contents.blank] : []) {
    lines.push(...quadsOf(subject, otherLabel).map((quad) => `${tokenOf(subject)}${quad} _:a${END}`));
  }
  return lines.sort().join('');
}

const otherLabel = () => '_:z';

function tokenOf({ token }: Subject): string {
  return token.startsWith('<') ? token : '_:z ';
}
