import { describe, expect, it } from 'vitest';
import { ACTS } from './operations.ts';
import { planSimulationRun } from './plan.ts';
import { live, type Snapshot } from './simulate.ts';
import { makeSqlitePlace } from './sqlite-instance.ts';

const planOf = (seed: number, steps: number) =>
  planSimulationRun(seed, { steps: 2000, acts: ACTS }).slice(0, steps);

async function runSimulation(seed: number, steps: number) {
  const place = await makeSqlitePlace('memory');
  try {
    return await live({ place, seed, steps: planOf(seed, steps) });
  } finally {
    await place.remove();
  }
}

describe('a simulated life', { timeout: 300_000 }, () => {
  it('is the same for the same seed, byte for byte, and another one for another seed', async () => {
    const [one, again, other] = [
      await runSimulation(7, 60),
      await runSimulation(7, 60),
      await runSimulation(8, 60),
    ];
    expect(again).toEqual(one);
    expect(other.digest).not.toBe(one.digest);
  });

  it('is the same from each of its snapshots, in any order', async () => {
    const place = await makeSqlitePlace('memory');
    const snapshots: Snapshot[] = [];
    try {
      const planned = { place, seed: 7, steps: planOf(7, 110) };
      const whole = await live({ ...planned, onSnapshot: (one) => void snapshots.push(one) });
      expect(snapshots.map(({ steps }) => steps.length)).toEqual([50, 100]);
      for (const from of snapshots.toReversed()) expect(await live({ ...planned, from })).toEqual(whole);
    } finally {
      await place.remove();
    }
  });
});
