import { isDeepStrictEqual } from 'node:util';
import type {
  ActiveContext,
  ContextSource,
} from '../../../src/open-badges/canonicalization/active-context.ts';
import { makeContextSource } from '../../../src/open-badges/canonicalization/context-source.ts';
import type { ContextTable } from '../../../src/open-badges/canonicalization/context-table.ts';
import generated from '../../../src/open-badges/canonicalization/contexts.generated.json' with {
  type: 'json',
};
import { STATIC_CONTEXTS } from '../../../src/open-badges/contexts/vendored.ts';
import type { Check, Subject } from './checks.ts';

const TABLE = generated as unknown as ContextTable;
const OURS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];
const LISTS = Object.keys(TABLE.states[0]?.contexts ?? {}).map((key) => key.split(' '));

const ofLibrary = makeContextSource(STATIC_CONTEXTS);

/** The part of an active context that a document in plain form can ask for: classes by their names,
 *  everything else by its own name. */
function requestableTerms({ terms, classes, prefixes }: ActiveContext) {
  const isClass = (name: string) => /^[A-Z0-9]/.test(name);
  return {
    terms: new Map([...terms].filter(([name, term]) => !isClass(name) && term !== undefined)),
    classes: new Map([...classes].filter(([name]) => isClass(name))),
    prefixes,
  };
}

function follow(source: ContextSource, from: ActiveContext, by: 'contexts' | 'types', names: string[]) {
  return source.follow(by === 'contexts' ? { by, from, names } : { by, from, names, quads: [] });
}

/** The contexts after a list, from the table and from the library; undefined if the table declines. */
async function both(source: ContextSource, list: string[]) {
  const made = await follow(source, await source.initial(), 'contexts', list);
  const expected = await follow(ofLibrary, await ofLibrary.initial(), 'contexts', list);
  return made && expected && { made, expected };
}

/** The fault of one list of contexts and every class that it defines. */
async function errorOfList(source: ContextSource, list: string[]): Promise<string | undefined> {
  const found = await both(source, list);
  if (!found) return 'it is not held';
  const { made, expected } = found;
  if (!isDeepStrictEqual(requestableTerms(made), requestableTerms(expected))) return 'it differs';
  if (made.previous !== undefined) return 'it can be left as if types had brought it';
  let compared = 0;
  for (const name of requestableTerms(expected).classes.keys()) {
    for (const names of [[name], ['VerifiableCredential', name], [name, 'VerifiableCredential']]) {
      const typed = await follow(source, made, 'types', names);
      if (typed === undefined) continue;
      const wanted = (await follow(ofLibrary, expected, 'types', names)) as ActiveContext;
      if (!isDeepStrictEqual(requestableTerms(typed), requestableTerms(wanted))) return `${names} differ`;
      // Where a class has no context, both contexts stay the same.
      if ((typed === made) !== (wanted === expected)) return `${names} do not stay`;
      if ((typed.previous === made) !== (wanted.previous === expected)) return `${names} cannot be left`;
      compared += 1;
    }
  }
  if (compared < 15) return `only ${compared} classes were compared`;
  const again = await follow(source, made, 'contexts', list);
  if (again === undefined) return undefined;
  const wanted = (await follow(ofLibrary, expected, 'contexts', list)) as ActiveContext;
  return isDeepStrictEqual(requestableTerms(again), requestableTerms(wanted))
    ? undefined
    : 'named again, it differs';
}

/** Every step that the table does not contain is declined, whatever its name. */
async function errorOfDeclining(source: ContextSource): Promise<string | undefined> {
  const found = await both(source, OURS);
  if (!found) return 'ours are not held';
  for (const name of ['constructor', '__proto__', 'https://elsewhere.example/context.json']) {
    if (await follow(source, found.made, 'contexts', [name])) return `${name} is followed`;
    if (await follow(source, await source.initial(), 'contexts', [name])) return `${name} begins`;
  }
  const typed = await follow(source, found.made, 'types', ['Achievement']);
  if (typed?.previous !== found.made) return 'a class cannot be left';
  if (await follow(source, typed, 'contexts', OURS)) return 'a step after types is followed';
  if (await follow(source, found.made, 'types', ['Achievement', 'Achievement']))
    return 'a class twice is followed';
  return undefined;
}

/** A handmade table: one context removes a word and makes a class a property, and two classes bring one
 *  context together. */
const BY_HAND: ContextTable = {
  names: ['a', 'K', 'b', 'c'],
  meanings: [
    ['iri', 'urn:a'],
    ['class', 'urn:K'],
    ['literal', 'urn:k'],
    ['iri', 'urn:b'],
  ],
  sets: [
    [0, 0, 1, 1, 2, 3],
    [0, -1, 1, 2],
    [3, 3],
  ],
  prefixes: [[]],
  types: [['A', 'B', 'A B']],
  states: [
    { set: 0, prefixes: 0, types: 0, typed: [-1, -1, 2], contexts: { x: 1 } },
    { base: 0, set: 1, prefixes: 0, types: -1, typed: [], contexts: {} },
  ],
};

async function errorOfHand(source: ContextSource): Promise<string | undefined> {
  const first = await source.initial();
  const after = await follow(source, first, 'contexts', ['x']);
  const termNames = (of: ActiveContext | undefined) => [
    ...(of?.terms.keys() ?? []),
    '|',
    ...(of?.classes.keys() ?? []),
  ];
  if (termNames(first).join() !== 'a,b,|,K') return `it begins with ${termNames(first)}`;
  if (termNames(after).join() !== 'b,K,|') return `a context that takes away leaves ${termNames(after)}`;
  if ((await follow(source, after as ActiveContext, 'types', ['A'])) !== after)
    return 'no class brings another context';
  const together = await follow(source, first, 'types', ['B', 'A']);
  if (termNames(together).join() !== 'a,b,c,|,K') return `two classes bring ${termNames(together)}`;
  return (await follow(source, first, 'types', ['A'])) ? 'one class brings what two do' : undefined;
}

/** The table of active contexts that a browser reads (src/browser.ts), next to the library. */
export const TABLE_CHECKS: readonly Check[] = [
  {
    name: 'the table knows the contexts of our badges and of ordinary ones',
    fault: () =>
      LISTS.length > 6 && LISTS.some((list) => isDeepStrictEqual(list, OURS)) ? undefined : `${LISTS}`,
  },
  ...LISTS.map((list) => ({
    name: `the table is what the library makes of ${list.join(' ')}`,
    fault: ({ makeTableSource }: Subject) => errorOfList(makeTableSource(TABLE), list),
  })),
  {
    name: 'the table declines every step that it does not hold',
    fault: ({ makeTableSource }) => errorOfDeclining(makeTableSource(TABLE)),
  },
  {
    name: 'a table made by hand takes words away, and sorts the classes that bring a context',
    fault: ({ makeTableSource }) => errorOfHand(makeTableSource(BY_HAND)),
  },
  {
    name: 'the table gives one object for one context',
    fault: async ({ makeTableSource }) => {
      const source = makeTableSource(TABLE);
      const [one, other] = [await both(source, OURS), await both(source, OURS)];
      return one?.made === other?.made ? undefined : 'another object';
    },
  },
  {
    name: 'the table of which a state is missing is refused',
    fault: async ({ makeTableSource }) => {
      const source = makeTableSource({ ...TABLE, states: [] });
      return source.initial().then(
        () => 'it has a first state',
        (error: Error) => (error.message === 'no state 0' ? undefined : error.message),
      );
    },
  },
];
