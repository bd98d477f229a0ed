import { describe, expect, it } from 'vitest';
import type { Defect } from './defect.ts';
import { PLANTED } from './injected-bugs.ts';
import { sortOf } from './known-failures.ts';
import { ACTS } from './operations.ts';
import { planSimulationRun } from './plan.ts';
import { type Broken, live } from './simulate.ts';
import { makeSqlitePlace } from './sqlite-instance.ts';

/** `JALON_PLANTED_STEPS=1500` gives each defect more time. `JALON_PLANTED_TABLE=1` prints by what each is found, and
 *  after how many actions. */
const STEPS = Number(process.env['JALON_PLANTED_STEPS'] ?? 400);
/** In one life the only agent may leave early, and much is then never done: a defect has some lives to show itself. */
const LIVES = 4;
const SEED = Number(process.env['JALON_SEED'] ?? 1);

async function liveWith(defect: Defect, seed: number): Promise<readonly Broken[]> {
  const place = await makeSqlitePlace('memory');
  try {
    const steps = planSimulationRun(seed, { steps: 1500, acts: ACTS, near: defect.near }).slice(0, STEPS);
    return (await live({ place, seed, steps, defect })).broken;
  } finally {
    await place.remove();
  }
}

describe('a defect that was put in on purpose is found:', { timeout: 1_200_000 }, () => {
  it.each(PLANTED)('$name', async (defect) => {
    const broken: Broken[] = [];
    let steps = 0;
    for (let run = 0; run < LIVES && broken.length === 0; run += 1) {
      const found = await liveWith(defect, SEED + run);
      broken.push(...found);
      steps += found[0]?.step || STEPS;
    }
    expect(broken).not.toEqual([]);
    if (process.env['JALON_PLANTED_TABLE'])
      process.stdout.write(`| ${defect.name} | ${steps} | ${sortOf(broken[0]?.what ?? '')} |\n`);
  });
});
