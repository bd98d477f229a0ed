import { expect, it } from 'vitest';
import { ACTS } from '../simulation/operations.ts';
import { planSimulationRun } from '../simulation/plan.ts';
import { live } from '../simulation/simulate.ts';
import { makeSqlitePlace } from '../simulation/sqlite-instance.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

/** A whole life is lived in `test/simulation`. */
const STEPS = 60;

it('the first weeks of a simulated life break no promise', { timeout: MUCH_WORK_MS }, async () => {
  const place = await makeSqlitePlace('memory');
  const steps = planSimulationRun(1, { steps: 2000, acts: ACTS }).slice(0, STEPS);
  const { broken } = await live({ place, seed: 1, steps });
  await place.remove();
  expect(broken).toEqual([]);
});
