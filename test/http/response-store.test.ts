import { describe, expect, it } from 'vitest';
import { makeResponseStore } from '../../src/adapters/http/cache/response-store.ts';

const thing = (key: string, bytes: number) => {
  let size = bytes;
  return {
    key,
    sizeBytes: () => size,
    grow: (more: number) => {
      size += more;
    },
  };
};

describe('a shelf of limited size', () => {
  it('lets the oldest make room for the new', () => {
    const shelf = makeResponseStore(100);
    for (const key of ['a', 'b', 'c']) shelf.put(thing(key, 40));
    expect(['a', 'b', 'c'].map((key) => shelf.get(key)?.key)).toEqual([undefined, 'b', 'c']);
    expect(shelf.heldBytes()).toBe(80);
  });

  it('counts a thing that grew, and one that replaced another', () => {
    const shelf = makeResponseStore<ReturnType<typeof thing>>(100);
    const [a, b] = [thing('a', 40), thing('b', 40)];
    shelf.put(a);
    shelf.put(b);
    b.grow(30);
    shelf.grew(b);
    expect([shelf.get('a'), shelf.heldBytes()]).toEqual([undefined, 70]);
    shelf.put(thing('b', 10));
    expect(shelf.heldBytes()).toBe(10);
    b.grow(30);
    shelf.grew(b);
    shelf.remove(b);
    expect(shelf.heldBytes()).toBe(10);
  });

  it('refuses a thing that is larger than itself', () => {
    const shelf = makeResponseStore(100);
    shelf.put(thing('a', 101));
    expect([shelf.get('a'), shelf.heldBytes()]).toEqual([undefined, 0]);
  });
});
