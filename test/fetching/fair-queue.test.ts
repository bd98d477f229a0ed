import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFairQueue } from '../../src/open-badges/fetching/fair-queue.ts';
import { type Caller, makeFairShares } from '../../src/open-badges/fetching/fair-shares.ts';
import { rounds } from '../support/property-runs.ts';

const from = (network: number, address: number): Caller => ({
  network: `network ${network}`,
  address: `network ${network} address ${address}`,
});

const HONEST = from(-1, 0);

interface Item {
  readonly caller: Caller;
}

const itemOf = (caller: Caller): Item => ({ caller });

/** A queue that this many callers of a flood have filled, as long as it let them. */
function floodedQueue(callers: readonly Caller[], most: number) {
  const lost: Item[] = [];
  let timesFull = 0;
  const queue = makeFairQueue<Item>({
    most,
    onLost: (item) => lost.push(item),
    onFull: () => {
      timesFull += 1;
    },
  });
  for (let round = 0; round < 4; round += 1)
    for (const caller of callers)
      for (let times = 0; times < Math.ceil(most / callers.length); times += 1)
        queue.put(caller, itemOf(caller));
  return { queue, lost, timesFull: () => timesFull };
}

describe('a full queue', () => {
  const numbers = [1, 4, 16, 256];
  it.each([
    ...numbers.map(
      (count) => [`${count} networks`, Array.from({ length: count }, (_, at) => from(at, 0))] as const,
    ),
    ...numbers.map(
      (count) =>
        [`one network of ${count} addresses`, Array.from({ length: count }, (_, at) => from(0, at))] as const,
    ),
  ])('of %s takes in a newcomer, whose turn comes soon', (_, callers) => {
    const { queue, timesFull } = floodedQueue(callers, 320);
    expect(timesFull()).toBeGreaterThan(0);
    const honest = itemOf(HONEST);
    expect(queue.put(HONEST, honest)).toBe(true);
    // Those of the flood whose turn came once stand behind a caller who never had one.
    const turns = [];
    while (turns.at(-1) !== honest) turns.push(queue.take());
    expect(turns.length).toBeLessThanOrEqual(new Set(callers.map(({ network }) => network)).size + 2);
  });

  it('keeps a place for a caller who has nothing, also if all others have one each and were served before', () => {
    const callers = Array.from({ length: 20 }, (_, at) => from(at, 0));
    const { queue, lost } = floodedQueue(callers, 20);
    for (const caller of callers) {
      queue.take();
      queue.put(caller, itemOf(caller));
    }
    const honest = itemOf(HONEST);
    expect(queue.put(HONEST, honest)).toBe(true);
    expect(lost).toHaveLength(1);
    for (const caller of callers) queue.put(caller, itemOf(caller));
    expect(lost).not.toContain(honest);
  });

  it('refuses the caller who has most, and takes nothing away from others', () => {
    const { queue, lost } = floodedQueue([from(0, 0)], 10);
    expect(queue.put(from(0, 0), itemOf(from(0, 0)))).toBe(false);
    expect(lost).toEqual([]);
    expect(queue.waiting()).toBe(10);
  });

  it('is shared out inside of a network too', () => {
    const { queue, lost } = floodedQueue([from(0, 0)], 10);
    expect(queue.put(from(0, 1), itemOf(from(0, 1)))).toBe(true);
    expect(lost.map(({ caller }) => caller)).toEqual([from(0, 0)]);
  });
});

const callerArbitrary = fc.tuple(fc.nat(5), fc.nat(3)).map(([network, address]) => from(network, address));
const stepArbitrary = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), caller: callerArbitrary }),
  fc.record({ kind: fc.constant('take' as const) }),
);

it('loses nothing: what is put in is waiting, taken, lost or refused', () => {
  fc.assert(
    fc.property(
      fc.array(stepArbitrary, { maxLength: 200 }),
      fc.integer({ min: 1, max: 12 }),
      (steps, most) => {
        const ended: Item[] = [];
        const queue = makeFairQueue<Item>({ most, onLost: (item) => ended.push(item) });
        let put = 0;
        for (const step of steps) {
          if (step.kind === 'put') {
            put += 1;
            const item = itemOf(step.caller);
            if (!queue.put(step.caller, item)) ended.push(item);
          } else {
            const item = queue.take();
            if (item) ended.push(item);
          }
          expect(queue.waiting()).toBeLessThanOrEqual(most);
          expect(queue.waiting() + ended.length).toBe(put);
        }
        expect(new Set(ended).size).toBe(ended.length);
      },
    ),
    { numRuns: rounds(500) },
  );
});

it('never takes from a caller who holds less than the newcomer would', () => {
  const holding = fc.array(fc.tuple(callerArbitrary, fc.integer({ min: 1, max: 9 })), { maxLength: 30 });
  fc.assert(
    fc.property(holding, callerArbitrary, fc.integer({ min: 1, max: 9 }), (held, newcomer, amount) => {
      const shares = makeFairShares<object>();
      const ofNetwork = new Map<string, number>();
      const holders = new Map<object, Caller>();
      for (const [caller, own] of held) {
        const item = {};
        shares.add(caller, item, own);
        holders.set(item, caller);
        ofNetwork.set(caller.network, (ofNetwork.get(caller.network) ?? 0) + own);
      }
      const [lost] = shares.fullestBeyond(newcomer, amount) ?? [];
      const loser = lost && holders.get(lost);
      const most = Math.max(0, ...ofNetwork.values());
      const own = (ofNetwork.get(newcomer.network) ?? 0) + amount;
      if (loser) expect(ofNetwork.get(loser.network)).toBe(most);
      if (loser && loser.network !== newcomer.network) expect(most).toBeGreaterThan(own);
      if (!loser) expect(own).toBeGreaterThanOrEqual(most);
    }),
    { numRuns: rounds(500) },
  );
});
