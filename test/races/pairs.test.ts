import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRacingWorld, type RacingWorld } from './fixture.ts';
import { SUBJECTS } from './operations.ts';
import { makeRaces } from './run.ts';

/** `JALON_PAIRS=all` runs every pair, paused at every call of the store. Otherwise every second pair is paused at
 *  its commits. */
const RUNS_ALL = process.env['JALON_PAIRS'] === 'all';

describe('two acts at once do what one after the other does, and both are told so:', () => {
  let world: RacingWorld;
  beforeAll(async () => {
    world = await makeRacingWorld();
  });
  afterAll(() => world.stop());

  it.each(Object.entries(SUBJECTS))(
    '%s',
    { timeout: RUNS_ALL ? 3_600_000 : 300_000 },
    async (_subject, acts) => {
      const { faultsOf } = makeRaces(world);
      const faults: string[] = [];
      for (const [turn, first] of acts.entries())
        for (const [other, second] of acts.entries())
          if (RUNS_ALL || (turn + other) % 2 === 0)
            faults.push(...(await faultsOf(first, second, RUNS_ALL ? 'calls' : 'commits')));
      expect(faults).toEqual([]);
    },
  );
});
