import { describe, expect, it } from 'vitest';
import { ACTS } from './operations.ts';
import { planSimulationRun, type Step } from './plan.ts';
import { shrink } from './shrink.ts';

const planned = planSimulationRun(3, { steps: 300, acts: ACTS });

describe('the search of the shortest history', () => {
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
});
