import { appendFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Defect } from './defect.ts';
import { PLANTED } from './injected-bugs.ts';
import { sortOf } from './known-failures.ts';
import { ACTS } from './operations.ts';
import { planSimulationRun, ROUGH } from './plan.ts';
import { type Broken, live, THE_END } from './simulate.ts';
import { makeSqlitePlace } from './sqlite-instance.ts';

/** `JALON_PLANTED_STEPS=1500` gives each defect more time. `JALON_PLANTED_TABLE=table.md` adds a line for each defect to
 *  this file: after how many actions it is found, by what, and in how many seconds. */
const STEPS = Number(process.env['JALON_PLANTED_STEPS'] ?? 400);
/** In one life the only agent may leave early, and much is then never done: a defect has some lives to show itself. */
const LIVES = 4;
const TABLE = process.env['JALON_PLANTED_TABLE'];
const SEED = Number(process.env['JALON_SEED'] ?? 1);

async function liveWith(defect: Defect, seed: number): Promise<readonly Broken[]> {
  const made = await makeSqlitePlace('memory');
  const place = defect.spoilPlace?.(made) ?? made;
  try {
    const { near, errors } = defect;
    const weather = { ...ROUGH, ...defect.weather };
    const planned = planSimulationRun(seed, { steps: 1500, acts: ACTS, near, errors, weather });
    const steps = planned.slice(0, STEPS);
    return (await live({ place, seed, steps, defect })).broken;
  } finally {
    await place.remove();
  }
}

describe('a defect that was put in on purpose is found:', { timeout: 1_200_000 }, () => {
  it.each(PLANTED)('$name', async (defect) => {
    const broken: Broken[] = [];
    const began = performance.now();
    let steps = 0;
    for (let run = 0; run < LIVES && broken.length === 0; run += 1) {
      const found = await liveWith(defect, SEED + run);
      broken.push(...found);
      const [first] = found;
      steps += !first || first.act === THE_END ? STEPS : first.step;
    }
    if (TABLE) {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      appendFileSync(
        TABLE,
        `| ${defect.name} | ${steps} | ${sortOf(broken[0]?.what ?? 'nothing')} | ${seconds} |\n`,
      );
    }
    expect(broken).not.toEqual([]);
  });
});
