import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRacingFixture, type RacingFixture } from './fixture.ts';
import { SUBJECTS } from './operations.ts';
import { makeRaces } from './run.ts';

/** `JALON_PAIRS=all` runs every pair, paused at every call of the store. Otherwise every second pair is paused at
 *  its commits. */
const RUNS_ALL = process.env['JALON_PAIRS'] === 'all';

/** Actions that commit nothing in the fixture unless another action comes first, with the reason. */
const COMMITS_NOTHING_ALONE: Readonly<Record<string, string>> = {
  'decisions: all that is met is granted and signed': 'every award is granted, or a decision on it waits',
  'badges: badges are signed again': 'no badge is outdated until a name changes',
  'engagements: the principal confirms': 'the engagement is confirmed already by this role',
  'engagements: Claire withdraws': 'the engagement is no longer open',
  'engagements: Paul proposes the same change': 'the same change is proposed in the fixture',
  'contributions: the import is undone': 'its preview is not complete',
  'events: everybody is invited': 'the event has begun',
  'events: Paul signs': 'no roll call is open until one is opened',
  'schools: it is opened again': 'the school is open until it closes',
  'office: a second agent is asked for': 'the approval of a second agent is the setting already',
  'office: criteria are adopted alone': 'the approval of a second agent is needed until one agent is enough',
  'holder: the record is made again': 'no badge is shown without a name until its holder chooses so',
  'holder: the profile is changed': 'the badge shows another name than the profile would',
  'holder: a profile is made': 'the badge is suspended',
};

describe('two acts at once do what one after the other does, and both are told so:', () => {
  let fixture: RacingFixture;
  beforeAll(async () => {
    fixture = await makeRacingFixture();
  });
  afterAll(() => fixture.stop());

  it.each(Object.entries(SUBJECTS))(
    '%s',
    { timeout: RUNS_ALL ? 3_600_000 : 300_000 },
    async (subject, actions) => {
      const { errorsOf, kindsOf } = makeRaces(fixture);
      const errors: string[] = [];
      for (const [turn, first] of actions.entries())
        for (const [other, second] of actions.entries())
          if (RUNS_ALL || (turn + other) % 2 === 0)
            errors.push(...(await errorsOf(first, second, RUNS_ALL ? 'calls' : 'commits')));
      expect(errors).toEqual([]);
      const idle: string[] = [];
      for (const action of actions)
        if ((await kindsOf(action)).size === 0) idle.push(`${subject}: ${action.name}`);
      const listed = Object.keys(COMMITS_NOTHING_ALONE).filter((name) => name.startsWith(`${subject}: `));
      expect(idle.toSorted()).toEqual(listed.toSorted());
    },
  );
});
