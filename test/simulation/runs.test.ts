import { describe, expect, inject, it } from 'vitest';
import { postgresRunsHere } from '../support/servers/start-postgres.ts';
import { ACTS } from './operations.ts';
import { planSimulationRun } from './plan.ts';
import { makePostgresPlace } from './postgres-instance.ts';
import { live } from './simulate.ts';
import { makeSqlitePlace, type Place } from './sqlite-instance.ts';

/** The same lives each time: a life that no one has seen is asked for by its seed, or with `npm run simulate`. */
const GIVEN_SEED = process.env['JALON_SEED'];
const LIVES: readonly (readonly [name: string, seed: number, steps: number, place: () => Promise<Place>])[] =
  [
    ['in memory', 1, 260, () => makeSqlitePlace('memory')],
    ...(GIVEN_SEED
      ? ([['as asked', Number(GIVEN_SEED), 800, () => makeSqlitePlace('memory')]] as const)
      : []),
    ['on a disk', 2, 100, () => makeSqlitePlace('disk')],
    ...(postgresRunsHere
      ? ([['on PostgreSQL', 3, 60, () => makePostgresPlace(inject('postgresUrl'))]] as const)
      : []),
  ];

describe('ten school years of a small académie', { timeout: 1_200_000 }, () => {
  it.each(LIVES)('break no promise %s: seed %i, %i steps', async (_, seed, steps, makePlace) => {
    const place = await makePlace();
    try {
      const report = await live({ place, seed, steps: planSimulationRun(seed, { steps, acts: ACTS }) });
      expect(report.broken, `npm run simulate -- --seed ${seed} --steps ${steps} --minutes 0`).toEqual([]);
    } finally {
      await place.remove();
    }
  });
});
