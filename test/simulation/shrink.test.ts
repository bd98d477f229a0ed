import { describe, expect, it } from 'vitest';
import { ACTS } from './operations.ts';
import { planSimulationRun, type Step } from './plan.ts';
import { makeReplays, shrink } from './shrink.ts';
import { makeSqlitePlace } from './sqlite-instance.ts';

const planned = planSimulationRun(3, { steps: 300, acts: ACTS });

describe('the search of the shortest history', { timeout: 300_000 }, () => {
  it('leaves the steps that are needed, and of what came between only that without which nothing breaks', async () => {
    const struck = planned.find(({ number, fault }) => number > 93 && fault) as Step;
    const needed = [17, 93, struck.number];
    const run = async (steps: readonly Step[]) => {
      const breaks = needed.every((one) => steps.some(({ number }) => number === one));
      const isStruck = steps.some(({ number, fault }) => number === struck.number && fault);
      return breaks && isStruck
        ? { step: 200, act: 'x', what: `the badge b${steps.length} is lost` }
        : undefined;
    };
    const broken = { step: 200, act: 'x', what: 'the badge b200 is lost' };
    const shortest = await shrink({ steps: planned, broken, run, mayGoOn: () => true });
    expect(shortest.map(({ number }) => number)).toEqual(needed);
    expect(shortest.map(({ fault }) => fault !== undefined)).toEqual([false, false, true]);
  });

  it('keeps a history that breaks another promise apart', async () => {
    const broken = { step: 20, act: 'x', what: 'the badge b1 is lost' };
    const run = async () => ({ step: 1, act: 'x', what: 'a mail is sent twice' });
    const shortest = await shrink({ steps: planned, broken, run, mayGoOn: () => true });
    expect(shortest).toHaveLength(20);
  });

  it('begins each history in the database as it was before any, unless a snapshot leads to it', async () => {
    const place = await makeSqlitePlace('memory');
    try {
      const replays = makeReplays({ place, seed: 3 });
      const some = planned.slice(0, 52);
      for (const steps of [some, some.slice(1, 4), some]) expect(await replays.run(steps)).toBeUndefined();
      expect(replays.spared).toBe(50);
    } finally {
      await place.remove();
    }
  });
});
