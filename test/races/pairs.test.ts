import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRacingFixture, type RacingFixture } from './fixture.ts';
import { SUBJECTS } from './operations.ts';
import { makeRaces } from './run.ts';

/** `JALON_PAIRS=all` runs every pair, paused at every call of the store. Otherwise every second pair is paused at
 *  its commits. */
const RUNS_ALL = process.env['JALON_PAIRS'] === 'all';

describe('two acts at once do what one after the other does, and both are told so:', () => {
  let fixture: RacingFixture;
  beforeAll(async () => {
    fixture = await makeRacingFixture();
  });
  afterAll(() => fixture.stop());

  it.each(Object.entries(SUBJECTS))(
    '%s',
    { timeout: RUNS_ALL ? 3_600_000 : 300_000 },
    async (_subject, actions) => {
      const { errorsOf } = makeRaces(fixture);
      const errors: string[] = [];
      for (const [turn, first] of actions.entries())
        for (const [other, second] of actions.entries())
          if (RUNS_ALL || (turn + other) % 2 === 0)
            errors.push(...(await errorsOf(first, second, RUNS_ALL ? 'calls' : 'commits')));
      expect(errors).toEqual([]);
    },
  );
});
