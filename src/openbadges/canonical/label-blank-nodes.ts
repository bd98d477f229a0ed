import type { BlankNode, Dataset } from './dataset.ts';

/** SHA-256 of the text in UTF-8, in lower-case hexadecimal. */
export type Sha256Hex = (text: string) => string;

/** Gives each blank node its canonical label (RDFC-1.0 §4.4, steps 3 to 5). False where two of them have the
 *  same hash: steps 5 and 6 would tell them apart, and are left to the library. The quads of each blank node
 *  must be sorted. */
export function labelBlankNodes({ blank }: Dataset, sha256Hex: Sha256Hex): boolean {
  // 3: the first degree hash of every blank node.
  const byHash = new Map<string, BlankNode>();
  for (const node of blank) byHash.set(sha256Hex(firstDegreeQuads(node)), node);
  if (byHash.size < blank.length) return false;
  // 4: canonical labels in the order of the hashes.
  const hashes = [...byHash.keys()].sort();
  for (const [at, hash] of hashes.entries()) {
    const node = byHash.get(hash);
    if (node !== undefined) node.token = `_:c14n${at} `;
  }
  return true;
}

/** The quads that name a blank node, in order (RDFC-1.0 §4.6): itself as `_:a`, every other one as `_:z`. */
function firstDegreeQuads({ quads, links, from }: BlankNode): string {
  const own = links.length === 0 ? quads : [...quads, ...links.map(({ predicate }) => `${predicate}_:z .\n`)];
  if (links.length > 0) own.sort();
  const text = `_:a ${own.join('_:a ')}`;
  if (from === undefined) return text;
  // `<` sorts before `_:a`, and `_:z` after it.
  const leading = `${from.predicate}_:a .\n`;
  return from.subject.token.startsWith('<')
    ? `${from.subject.token}${leading}${text}`
    : `${text}_:z ${leading}`;
}
