import type { BlankNode, Subject } from './dataset.ts';

/** The quads of a subject, sorted, with the label of each blank node to which it links. The end of the lines
 *  (` .`, or a space and the graph) does not change the order: a space sorts before every character that can
 *  follow. */
export function quadsOf({ quads, links }: Subject, labelOf: (node: BlankNode) => string): readonly string[] {
  if (links.length === 0) return quads;
  return [...quads, ...links.map(({ predicate, to }) => `${predicate}${labelOf(to)}`)].sort();
}

/** The lines of one subject, in the order of its quads. */
export function quadLines(token: string, quads: readonly string[], end: string): string {
  return `${token}${quads.join(`${end}${token}`)}${end}`;
}

export function canonicalLabel({ token }: BlankNode): string {
  return token.trimEnd();
}

/** The end of a line in the default graph. */
export const END = ' .\n';
