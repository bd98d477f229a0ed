import { blank, type Case, declined, doc, same } from './define.ts';
import { ALL, ns, PLAIN } from './invented-contexts.ts';

const A = 'https://example.test/a';
const B = 'https://example.test/b';

/** Nodes, terms and blank nodes. */
export const NODE_CASES: readonly Case[] = [
  same('one node with and without name', doc({ name: 'a' }), blank({ name: 'a' })),
  same('nodes in nodes', doc({ child: { id: A, child: { name: 'a' } }, note: 'b' })),
  same(
    'several nodes',
    doc({ child: [{ id: A, name: 'a' }, { name: 'b' }, { name: 'c' }], set: { name: 'd' } }),
  ),
  same(
    'one node described at two places',
    doc({ child: [{ id: A, name: 'a' }, { child: { id: A, note: 'b' } }] }),
  ),
  same('one node described twice alike', doc({ child: { id: A, name: 'a' }, set: { id: A, name: 'a' } })),
  same('the document described again inside', doc({ child: { id: 'https://example.test/doc', note: 'a' } })),
  same(
    'references',
    doc({ child: { id: A }, link: [{ id: A }, B] }),
    blank({ child: [{ id: A }, { id: B }] }),
  ),
  same(
    'a node where a text would be an IRI or a word',
    doc({ link: { name: 'a' }, word: { name: 'b' }, size: { name: 'c' } }),
  ),
  same(
    'subjects of which one begins another',
    doc({
      child: [
        { id: `${A}/b`, name: '1' },
        { id: A, name: '2' },
        { id: `${A}!`, name: '3' },
      ],
    }),
  ),
  same('a property with characters of its own', doc({ spaced: 'a' })),
  same(
    'more than ten blank nodes',
    doc({ child: Array.from({ length: 12 }, (_, at) => ({ name: `n${at}`, child: { note: `m${at}` } })) }),
  ),
  same(
    'blank nodes with links to several others',
    doc({ child: { name: 'a', child: [{ name: 'b' }, { name: 'c' }], set: { note: 'd' } } }),
  ),
  same(
    'a blank node whose name sorts after and before its links',
    doc({ child: { child: { name: 'x' }, name: 'b', set: { name: 'y' }, note: 'z' } }),
  ),
  same(
    'two links of one property from a blank node, and texts equal to none',
    blank({ child: [{ name: 'a' }, { name: 'b' }] }),
  ),
  declined(
    'two blank nodes that say the same',
    'equal-hashes',
    doc({ child: [{ name: 'a' }, { name: 'a' }] }),
  ),
  declined(
    'two that only their own links tell apart',
    'equal-hashes',
    doc({ child: [{ child: { name: 'a' } }, { child: { name: 'b' } }] }),
  ),
  same(
    'the document described again inside, then further',
    doc({ child: { id: 'https://example.test/doc', note: 'a' }, name: 'b' }),
  ),
  declined('a document that says nothing', 'empty', doc({}), blank({})),
  declined(
    'a node that says nothing',
    'empty',
    doc({ child: {} }),
    doc({ child: { '@context': ALL, id: A } }),
  ),
  declined('a document that is a reference', 'iri', { id: A }),
  declined('no contexts', 'term', { name: 'a' }),
  declined('a reference to no IRI', 'reference', doc({ child: { id: 'a' } }), doc({ child: { id: 1 } })),
  declined(
    'a name that is no IRI',
    'iri',
    doc({ id: 'a', name: 'a' }),
    doc({ id: 1, name: 'a' }),
    doc({ id: 'ex:a', name: 'a' }),
  ),
  declined('a blank node label as a name', 'iri', doc({ child: { id: '_:a', name: 'a' } })),
  declined('id as a property', 'iri', { '@context': PLAIN, id: A, name: 'a' }),
  same('type as a property', { '@context': PLAIN, type: 'Thing', name: 'a' }),
  declined('a term that no context defines', 'term', doc({ unknown: 'a' }), doc({ child: { unknown: 'a' } })),
  declined(
    'a term that is an IRI, compact or not',
    'term',
    doc({ 'ex:name': 'a' }),
    doc({ [ns('name')]: 'a' }),
  ),
  declined(
    'keywords',
    'term',
    doc({ '@id': A, name: 'a' }),
    doc({ '@type': 'Thing' }),
    doc({ child: { '@list': ['a'] } }),
  ),
  ...[
    ...[
      'string',
      'double',
      'tongue',
      'kind',
      'list',
      'tongues',
      'index',
      'ids',
      'graphs',
      'graphScoped',
      'json',
    ],
    ...['none', 'vocab', 'french', 'right', 'nestable', 'inner', 'nothing', 'sort', 'clash'],
  ].map((term) => declined(`the term ${term}`, 'term', doc({ [term]: 'a' }))),
  declined(
    'the other terms',
    'term',
    doc({ back: { id: A } }),
    doc({ same: A, name: 'a' }),
    doc({ child: { value: 'a' } }),
  ),
  same('what only looks like a member of Object', doc({ name: 'constructor' })),
  declined('a member of Object as a term', 'term', doc({ constructor: 'a' }), doc({ toString: 'a' })),
];
