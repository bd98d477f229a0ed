import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { blank, type Case, declined, doc } from './define.ts';
import { ALL, OTHER } from './invented-contexts.ts';

const A = 'https://example.test/a';

/** Freezes a value all the way down. */
export function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

/** The same part in several documents: the first document meets it, the second learns it, the others use
 *  it. */
function shared(name: string, part: JsonObject, around: (part: JsonObject, at: number) => JsonObject): Case {
  const frozen = freeze(part);
  return {
    name,
    steps: [0, 1, 2, 3].map((at) => ({ document: around(frozen, at), wanted: 'same' })),
  };
}

const part = (): JsonObject => ({
  id: A,
  type: ['Person'],
  name: 'é"',
  nick: 'a',
  child: [
    { name: 'b' },
    { note: 'c', child: { name: 'd', set: { note: 'e' } } },
    { id: `${A}/1`, name: 'f', child: { note: [1, true] } },
    { id: `${A}/2`, name: ['h', 'g'] },
  ],
  link: `${A}/2`,
});
const around = (inner: JsonObject, at: number) => doc({ name: `n${at}`, child: [inner, { note: `m${at}` }] });

const SHARED = freeze(part());
const NUMBER = freeze({ id: A, size: 1 });

/** Parts that documents share. */
export const SHARED_CASES: readonly Case[] = [
  shared('a shared part', part(), around),
  shared('a shared part of a document without name', part(), (inner, at) =>
    blank({ note: `${at}`, child: inner }),
  ),
  shared('a shared part in a typed node', part(), (inner, at) =>
    doc({ type: 'Animal', legs: at, child: inner }),
  ),
  shared('a shared part under other contexts each time', part(), (inner, at) => ({
    '@context': at % 2 === 0 ? [ALL, OTHER] : ALL,
    id: 'https://example.test/doc',
    child: inner,
  })),
  shared('a shared part whose node the document describes as well', part(), (inner, at) =>
    doc({
      child: [{ id: A, note: `n${at}`, child: { note: `m${at}` } }, inner, { id: `${A}/1`, note: `o${at}` }],
    }),
  ),
  shared('the same with the shared part first', part(), (inner, at) =>
    doc({ child: [inner, { id: A, note: `n${at}`, link: `${A}/2` }, { id: `${A}/2`, note: `m${at}` }] }),
  ),
  shared('a shared part at two places', freeze({ id: A, name: 'a', link: A }), (inner, at) =>
    doc({ name: `n${at}`, child: inner, set: inner }),
  ),
  shared(
    'a shared part with a graph',
    { id: A, name: 'a', graph: { id: A, name: 'b', child: { note: 'c' } } },
    around,
  ),
  shared('a shared part in a graph', part(), (inner, at) => doc({ graph: { note: `n${at}`, child: inner } })),
  shared(
    'a shared part in a graph and outside',
    { id: A, name: 'a', child: { id: `${A}/3`, note: 'b' } },
    (inner, at) => doc({ child: inner, graph: { note: `n${at}`, child: inner } }),
  ),
  shared('a shared part as a graph', part(), (inner, at) => doc({ name: `n${at}`, graph: inner })),
  shared('a shared node without name', { name: 'a', child: { note: 'b' } }, around),
  shared('a shared reference', { id: A }, around),
  shared('two shared parts, one in the other', { id: `${A}/9`, note: 'z', child: freeze(part()) }, around),
  {
    name: 'a shared part that is used under a type that renames it',
    steps: ['Person', 'Animal', 'Person', 'Animal'].map((type) => ({
      document: doc({ type, name: 'x', child: SHARED }),
      wanted: 'same' as const,
    })),
  },
  repeated('a shared part that says the same twice', 'equal-hashes', {
    id: A,
    child: [{ name: 'a' }, { name: 'a' }],
  }),
  repeated('a shared part with an equal number twice', 'repeated-native', { id: A, note: [1, 1] }),
  {
    name: 'a number in a shared part that equals a text beside it',
    steps: [0, 1, 2, 3, 4, 5].map((at) => ({
      document: doc({
        name: `n${at}`,
        child: at < 3 ? [{ id: A, size: '1' }, NUMBER] : [NUMBER, { id: A, size: '1' }],
      }),
      wanted: 'repeated-native' as const,
    })),
  },
  repeated('a shared part with an unknown term', 'term', { id: A, unknown: 'a' }),
  repeated('a shared part without statement', 'empty', { id: A, child: [] }),
  {
    name: 'a shared part with a blank node at two places',
    steps: [0, 1, 2, 3].map((at) => ({
      document: doc({ name: `n${at}`, child: SHARED, set: SHARED }),
      wanted: 'equal-hashes' as const,
    })),
  },
];

function repeated(name: string, reason: Parameters<typeof declined>[1], inner: JsonObject): Case {
  const frozen = freeze(inner);
  return declined(name, reason, ...[0, 1, 2, 3].map((at) => around(frozen, at)));
}
