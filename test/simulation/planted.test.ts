import { describe, expect, it } from 'vitest';
import { ACTS } from './acts.ts';
import { live } from './live.ts';
import { makeSqlitePlace } from './place.ts';
import { planLife } from './plan.ts';
import { PLANTED } from './planted.ts';

/** `JALON_PLANTED_STEPS=1500` gives each defect more time. */
const STEPS = Number(process.env['JALON_PLANTED_STEPS'] ?? 400);
const SEED = Number(process.env['JALON_SEED'] ?? 1);

describe('a defect that was put in on purpose is found:', { timeout: 1_200_000 }, () => {
  it.each(PLANTED)('$name', async (defect) => {
    const place = await makeSqlitePlace('memory');
    try {
      const steps = planLife(SEED, { steps: 1500, acts: ACTS, near: defect.near }).slice(0, STEPS);
      expect((await live({ place, seed: SEED, steps, defect })).broken).not.toEqual([]);
    } finally {
      await place.remove();
    }
  });
});
