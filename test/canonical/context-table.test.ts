import { describe, expect, it } from 'vitest';
import { makeContextSource } from '../../src/adapters/signing/context-source.ts';
import type { ActiveContext } from '../../src/openbadges/canonical/active-context.ts';
import { type ContextTable, makeTableSource } from '../../src/openbadges/canonical/context-table.ts';
import generated from '../../src/openbadges/canonical/contexts.generated.json' with { type: 'json' };
import { STATIC_CONTEXTS } from '../../src/openbadges/contexts.ts';

const table = generated as unknown as ContextTable;
const ofTable = makeTableSource(table);
const ofLibrary = makeContextSource(STATIC_CONTEXTS);

/** What plain form lets be asked of an active context: classes by their names, and all else by its own. */
function asked({ terms, classes, prefixes }: ActiveContext) {
  const isClass = (name: string) => /^[A-Z0-9]/.test(name);
  return {
    terms: new Map([...terms].filter(([name, term]) => !isClass(name) && term !== undefined)),
    classes: new Map([...classes].filter(([name]) => isClass(name))),
    prefixes,
  };
}

const follow = (source: typeof ofTable, from: ActiveContext, by: 'contexts' | 'types', names: string[]) =>
  source.follow(by === 'contexts' ? { by, from, names } : { by, from, names, quads: [] });

const lists = Object.keys(table.states[0]?.contexts ?? {}).map((key) => key.split(' '));

async function bothAt(list: string[]) {
  const [one, other] = [await ofTable.initial(), await ofLibrary.initial()];
  const both = [
    await follow(ofTable, one, 'contexts', list),
    await follow(ofLibrary, other, 'contexts', list),
  ];
  return both as [ActiveContext, ActiveContext];
}

describe('the table of active contexts', () => {
  it('knows the contexts of our badges and of ordinary ones', () => {
    expect(lists.length).toBeGreaterThan(6);
    expect(lists).toContainEqual([
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ]);
  });

  it.each(lists.map((list) => [list.join(' '), list] as const))(
    'is what the library makes of %s',
    async (_, list) => {
      const [one, other] = await bothAt(list);
      expect(asked(one)).toEqual(asked(other));
      const classes = [...asked(other).classes.keys()];
      const sets = [
        ...classes.map((name) => [name]),
        ...classes.map((name) => ['VerifiableCredential', name]),
      ];
      let compared = 0;
      for (const names of sets) {
        const typed = await follow(ofTable, one, 'types', names);
        if (typed === undefined) continue;
        const expected = await follow(ofLibrary, other, 'types', names);
        expect(asked(typed), names.join()).toEqual(asked(expected as ActiveContext));
        // Where a class brings no context, both stay where they are.
        expect(typed === one, names.join()).toBe(expected === other);
        expect(typed.previous === one).toBe(expected?.previous === other);
        compared += 1;
      }
      expect(compared).toBeGreaterThan(10);
    },
  );

  it.each(lists.map((list) => [list.join(' '), list] as const))(
    'stays where it is when %s are named again, as the library does',
    async (_, list) => {
      const [one, other] = await bothAt(list);
      const again = await follow(ofTable, one, 'contexts', list);
      if (again === undefined) return;
      expect(asked(again)).toEqual(
        asked((await follow(ofLibrary, other, 'contexts', list)) as ActiveContext),
      );
    },
  );

  it('declines every step that it does not hold, whatever it is called', async () => {
    const [one] = await bothAt(lists[1] ?? []);
    for (const name of ['constructor', '__proto__', 'https://elsewhere.example/context.json']) {
      expect(await follow(ofTable, one, 'contexts', [name])).toBeUndefined();
    }
    const typed = (await follow(ofTable, one, 'types', ['Achievement'])) as ActiveContext;
    expect(typed.previous).toBe(one);
    expect(await follow(ofTable, typed, 'contexts', lists[1] ?? [])).toBeUndefined();
    expect(await follow(ofTable, one, 'types', ['Achievement', 'Achievement'])).toBeUndefined();
  });
});
