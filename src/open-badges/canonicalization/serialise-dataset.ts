import type { Dataset, Graph, Subject } from './dataset.ts';
import { canonicalLabel, END, quadLines, quadsOf } from './quad-lines.ts';

/** Canonical N-Quads as consecutive pieces of whole lines. They are not joined: they can be hashed piece by
 *  piece, which avoids a copy of a long text. */
export type NQuads = readonly string[];

/** Canonical N-Quads (RDFC-1.0 §4.4, steps 6 and 7; §5), in the order of UTF-16 units, as in the library. */
export function serialiseDataset({ graph, graphs }: Dataset): NQuads {
  if (graphs.length === 1) return serialiseGraph(graph);
  const lines = graphs.flatMap((one) => {
    const end = one.name === undefined ? END : ` ${canonicalLabel(one.name)}${END}`;
    return subjectsOf(one).flatMap((subject) =>
      quadsOf(subject, canonicalLabel).map((quad) => `${subject.token}${quad}${end}`),
    );
  });
  return lines.sort();
}

/** The lines of a graph. Sorting the subjects gives the order of whole lines, because no subject followed by
 *  its space is the beginning of another one. */
function serialiseGraph(graph: Graph): NQuads {
  const subjects = subjectsOf(graph).sort((one, other) => (one.token < other.token ? -1 : 1));
  return subjects.map(
    (subject) => subject.text ?? quadLines(subject.token, quadsOf(subject, canonicalLabel), END),
  );
}

function subjectsOf({ named, blank }: Graph): Subject[] {
  return [...named.values(), ...blank];
}
