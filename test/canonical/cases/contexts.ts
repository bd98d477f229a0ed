import { blank, type Case, declined, doc, same } from './define.ts';
import {
  ALL,
  BASE,
  FLEETING,
  FRENCH,
  MANY,
  OTHER,
  PLAIN,
  RESERVED,
  RIGHT,
  VOCAB,
} from './invented-contexts.ts';

const A = 'https://example.test/a';
const documentOfType = (type: unknown, more: Record<string, unknown> = {}) =>
  doc({ type, name: 'a', ...more });
/** As many inner nodes, each of two classes: each is a step that no other node needs. */
const manyTypes = (from: number, count: number, apart = 2) => ({
  '@context': MANY,
  id: A,
  child: Array.from({ length: count }, (_, at) => ({
    type: [`C${from + at}`, `C${(from + at + apart) % 60}`],
    [`p${from + at}`]: 'a',
  })),
});

const LISTS = [[OTHER], [MANY], [OTHER, MANY], [MANY, OTHER], [ALL, OTHER], [ALL, MANY]];
/** Inner nodes with contexts of their own, each with a different list. */
const innerContexts = (count: number) =>
  doc({ child: LISTS.slice(0, count).map((list, at) => ({ '@context': list, name: `n${at}` })) });
/** Nodes without types, then one with a type. */
const longDocument = (count: number, type = 'Person') =>
  doc({
    child: Array.from({ length: count }, (_, at) => ({ id: `x:${at}`, name: 'a' })),
    set: { type, name: 'b' },
  });

/** Types with contexts, and contexts inside. */
export const CONTEXT_CASES: readonly Case[] = [
  same('a type, alone and in an array', documentOfType('Thing'), documentOfType(['Thing'])),
  same('a type and nothing else', doc({ type: 'Thing' }), doc({ child: { type: 'Thing' } })),
  same('a type twice', documentOfType(['Thing', 'Thing'])),
  same('a class with characters of its own', documentOfType('Odd<')),
  same(
    'a type that gives members their meaning',
    documentOfType('Person', { nick: 'b' }),
    documentOfType(['Person'], { age: 3 }),
  ),
  same(
    'two such types, in either order',
    documentOfType(['Person', 'Animal'], { nick: 'b', legs: 4 }),
    documentOfType(['Animal', 'Person'], { nick: 'b', legs: 4 }),
  ),
  same(
    'one type, then with another, then alone again',
    documentOfType('Person'),
    documentOfType(['Person', 'Animal']),
    documentOfType(['Person']),
    documentOfType('Animal'),
  ),
  same(
    'two types, then the first one alone',
    documentOfType(['Person', 'Thing']),
    documentOfType('Person'),
    documentOfType(['Person']),
  ),
  same(
    'an inner node returns to the context before the type',
    documentOfType('Person', { child: { name: 'b', child: { type: 'Animal', name: 'c' } } }),
  ),
  same('a reference keeps the context around it', documentOfType('Person', { child: { id: A } })),
  declined(
    'a member that only the type around defines',
    'term',
    documentOfType('Person', { child: { nick: 'b' } }),
  ),
  declined(
    'a class that no context defines',
    'type',
    documentOfType('Unknown'),
    documentOfType(['Thing', 'Unknown']),
  ),
  declined(
    'two classes in one text',
    'type',
    documentOfType('Thing\nPerson'),
    documentOfType('Thing Person'),
    documentOfType('Thing,Person'),
  ),
  declined(
    'a type that is no text',
    'type',
    documentOfType(1),
    documentOfType([]),
    documentOfType(['Thing', null]),
    documentOfType({ id: A }),
    documentOfType([['Thing']]),
  ),
  declined(
    'a type that is an IRI or a keyword',
    'type',
    documentOfType(A),
    documentOfType('@json'),
    documentOfType('ex:Thing'),
  ),
  declined('a type that renames id', 'iri', documentOfType('Renamed', { label: 'b' })),
  same('a type that renames id, on a node without name', blank({ type: 'Renamed', label: 'b' })),
  same('a type that takes type for a property', documentOfType('Retyped')),
  declined('a type whose context goes further down', 'context', documentOfType('Loose')),
  declined(
    'a type whose context is elsewhere, or a list',
    'context',
    documentOfType('Remote'),
    documentOfType('Listed'),
  ),
  declined('a context with a reserved term', 'context', { '@context': RESERVED, name: 'a' }),
  declined(
    'a term that is no class',
    'type',
    documentOfType('id'),
    documentOfType('type'),
    documentOfType('nothing'),
  ),
  declined('one context more than a document may lead to', 'too-many-contexts', manyTypes(0, 41)),
  same(
    'a type that two nodes have, around another',
    documentOfType('Person', {
      child: [
        { type: 'Animal', name: 'b' },
        { type: 'Person', name: 'c' },
      ],
    }),
  ),
  declined('a type whose context the library refuses', 'context', documentOfType('Wrong')),
  declined('a prefix of a type', 'value', documentOfType('Prefixed', { link: 'urn:a' })),
  same(
    'the same text where it is no prefix',
    documentOfType('Thing', { link: 'urn:a' }),
    documentOfType('Prefixed', { link: 'urn://a' }),
  ),
  same(
    'contexts in an array, each after the other',
    { '@context': [ALL, OTHER], id: A, type: 'Thing', name: 'a' },
    { '@context': [OTHER, ALL], id: A, type: 'Thing', name: 'a' },
  ),
  same(
    'one context, alone and in an array',
    { '@context': [ALL], id: A, name: 'a' },
    { '@context': ALL, id: A, name: 'a' },
  ),
  same(
    'two contexts, then the first one alone',
    { '@context': [ALL, OTHER], id: A, name: 'a' },
    { '@context': [ALL], id: A, name: 'a' },
  ),
  same(
    'a context of an inner node',
    doc({ child: [{ '@context': OTHER, type: 'Extra', name: 'b' }, { name: 'c' }] }),
  ),
  same(
    'a context of a node inside a typed one',
    documentOfType('Person', { child: { '@context': OTHER, name: 'b', child: { name: 'c' } } }),
  ),
  declined(
    'a term of an inner context, outside',
    'type',
    doc({ child: { '@context': OTHER, name: 'b' }, set: { type: 'Extra', name: 'c' } }),
  ),
  declined('a reference with contexts', 'empty', doc({ child: { '@context': OTHER, id: A } })),
  declined(
    'a context inside the document',
    'context',
    { '@context': { name: 'https://x.test/name' }, name: 'a' },
    { '@context': [ALL, {}], name: 'a' },
  ),
  declined(
    'no context, null and none that we hold',
    'context',
    { '@context': [], name: 'a' },
    { '@context': null, name: 'a' },
    { '@context': 'https://x.test/', name: 'a' },
    { '@context': [ALL, 'https://x.test/'], name: 'a' },
  ),
  declined('two addresses in one text', 'context', { '@context': `${ALL}\n${OTHER}`, name: 'a' }),
  declined(
    'a context that bears on every text',
    'context',
    ...[FRENCH, RIGHT, VOCAB, BASE].map((url) => ({ '@context': [ALL, url], id: A, name: 'a' })),
  ),
  declined('a context that ends with its node', 'context', { '@context': [FLEETING, ALL], id: A, name: 'a' }),
  same('the same after another, where it does not', { '@context': [ALL, FLEETING], id: A, name: 'a' }),
  declined('a context that the library refuses to follow', 'context', {
    '@context': [ALL, PLAIN, 'https://x.test/'],
    name: 'a',
  }),
  {
    name: 'inner contexts, of which each costs as much as eight types',
    steps: [
      { document: innerContexts(6), wanted: 'too-many-contexts' },
      { document: innerContexts(6), wanted: 'same' },
    ],
  },
  same('as many inner contexts as one document may lead to', innerContexts(5)),
  {
    name: 'a long document that leads to an unknown context at its end, before and after a short one',
    steps: [
      { document: longDocument(1997), wanted: 'same' },
      { document: longDocument(1999, 'Animal'), wanted: 'too-many-contexts' },
      { document: documentOfType('Animal'), wanted: 'same' },
      { document: longDocument(1999, 'Animal'), wanted: 'same' },
    ],
  },
  {
    name: 'more contexts than one document may lead to, a part each time',
    steps: [
      { document: manyTypes(0, 40), wanted: 'same' },
      { document: manyTypes(0, 60, 1), wanted: 'too-many-contexts' },
      { document: manyTypes(0, 60, 1), wanted: 'same' },
    ],
  },
];
