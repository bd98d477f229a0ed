import { describe, expect, it } from 'vitest';
import { ACTS } from './operations.ts';
import { planSimulationRun } from './plan.ts';
import { live } from './simulate.ts';
import { makeSqlitePlace } from './sqlite-instance.ts';

async function runSimulation(seed: number, steps: number) {
  const place = await makeSqlitePlace('memory');
  try {
    return await live({
      place,
      seed,
      steps: planSimulationRun(seed, { steps: 2000, acts: ACTS }).slice(0, steps),
    });
  } finally {
    await place.remove();
  }
}

describe('a simulated life', { timeout: 300_000 }, () => {
  it('is the same for the same seed, byte for byte, and another one for another seed', async () => {
    const [one, again, other] = [
      await runSimulation(7, 100),
      await runSimulation(7, 100),
      await runSimulation(8, 100),
    ];
    expect(again).toEqual(one);
    expect(other.digest).not.toBe(one.digest);
  });
});
