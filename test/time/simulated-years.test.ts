import { describe, expect, it } from 'vitest';
import { liveThrough } from './service-years.ts';

/** `JALON_LIVES=50 npm test -- test/time/simulated-years.test.ts` lives through more lives, each from another seed. */
const LIVES = Number(process.env['JALON_LIVES'] ?? 2);
const FIRST = Number(process.env['JALON_FIRST_LIFE'] ?? 1);
const STEPS = 60;

describe('a service whose clock jumps, rests, is restarted and restored', { timeout: 3_600_000 }, () => {
  it.each(Array.from({ length: LIVES }, (_, at) => FIRST + at))(
    'loses no fact without seven uptime days, and no verdict once its clock is right: life %i',
    async (seed) => {
      const { steps, broken } = await liveThrough(seed, STEPS);
      expect(broken, `after ${steps} steps`).toEqual([]);
    },
  );
});
