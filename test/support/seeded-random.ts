/** A chance that repeats for a seed. */
export type SeededPick = <Value>(values: readonly Value[]) => Value;

export function makeSeededPick(seed: number): SeededPick {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (values) => values[Math.floor(next() * values.length)] as (typeof values)[number];
}
