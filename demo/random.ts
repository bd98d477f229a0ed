/** A source of random choices with a seed. The same seed gives the same demonstration, byte for byte. */
export interface Random {
  /** A random integer n, 0 ≤ n < below. */
  integer(below: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different items in random order, or all items where the list is shorter. */
  sample<T>(list: readonly T[], count: number): readonly T[];
}

/** Mulberry32, with 32 bits of state. It is good enough for inventing people, and must not be used for
 *  secrets. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (below: number): number => Math.floor(next() * below);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[integer(list.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const sample = <T>(list: readonly T[], count: number): readonly T[] => {
    const left = [...list];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(integer(left.length), 1));
    return taken;
  };
  return { integer, chance: (probability) => next() < probability, pick, sample };
}
