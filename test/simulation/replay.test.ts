import { describe, expect, it } from 'vitest';
import { ACTS } from './acts.ts';
import { live } from './live.ts';
import { makeSqlitePlace } from './place.ts';
import { planLife } from './plan.ts';

async function lifeOf(seed: number, steps: number) {
  const place = await makeSqlitePlace('memory');
  try {
    return await live({ place, seed, steps: planLife(seed, { steps, acts: ACTS }) });
  } finally {
    await place.remove();
  }
}

describe('a simulated life', () => {
  it('is the same for the same seed, byte for byte, and another one for another seed', async () => {
    const [one, again, other] = [await lifeOf(7, 120), await lifeOf(7, 120), await lifeOf(8, 120)];
    expect(again).toEqual(one);
    expect(other.digest).not.toBe(one.digest);
  });
});
