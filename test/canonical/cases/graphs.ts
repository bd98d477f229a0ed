import { blank, type Case, declined, doc, same } from './define.ts';
import { ALL } from './invented-contexts.ts';

const A = 'https://example.test/a';

/** Graphs with blank nodes as their names. */
export const GRAPH_CASES: readonly Case[] = [
  same('a node in a graph', doc({ graph: { name: 'a' } }), doc({ graph: { id: A, name: 'a' } })),
  same(
    'the same in an array, and two graphs',
    doc({ graph: [{ name: 'a' }] }),
    doc({ graph: [{ name: 'a' }, { note: 'b' }] }),
  ),
  same('a graph of a node without name', blank({ graph: { name: 'a' }, note: 'b' })),
  same(
    'nodes in nodes in a graph',
    doc({
      graph: {
        name: 'a',
        child: [
          { id: A, note: 'b' },
          { note: 'c', child: { name: 'd' } },
        ],
      },
    }),
  ),
  same(
    'one name in several graphs',
    doc({
      name: 'z',
      graph: [
        { id: A, name: 'a' },
        { id: A, name: 'b' },
      ],
      child: { id: A, name: 'c' },
    }),
  ),
  same('one name twice in a graph', doc({ graph: { id: A, name: 'a', child: { id: A, note: 'b' } } })),
  same('a graph in a graph', doc({ graph: { name: 'a', graph: { name: 'b', child: { note: 'c' } } } })),
  same(
    'a graph in a node in a node',
    doc({ child: { name: 'a', graph: { type: 'Person', name: 'b', nick: 'c' } } }),
  ),
  same('numbers in a graph', doc({ graph: { name: [1, true, 'a'] } })),
  same(
    'blank nodes that only their graphs tell apart',
    doc({ child: { note: 'a', name: 'x' }, graph: { note: 'a', name: 'x' } }),
  ),
  declined(
    'an equal number twice in a graph',
    'repeated-native',
    doc({ graph: { name: [1, 1] } }),
    doc({ graph: { id: A, name: [1, 1] } }),
  ),
  declined('graphs that say the same', 'equal-hashes', doc({ graph: [{ name: 'a' }, { name: 'a' }] })),
  declined('a reference as a graph', 'reference', doc({ graph: { id: A } })),
  declined('a text as a graph', 'value', doc({ graph: A }), doc({ graph: 1 })),
  declined('an empty graph', 'empty', doc({ graph: {} }), doc({ graph: [] })),
  declined('a graph that only names its node', 'empty', doc({ graph: { id: A, '@context': ALL } })),
];
