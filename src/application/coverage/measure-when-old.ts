import { DomainError } from '../../domain/errors.ts';
import { isWithin, localDateInParis } from '../../domain/time/time.ts';
import { beginJob } from '../jobs/begin-job.ts';
import type { Ports } from '../service-ports.ts';
import { UPKEEP_ACTOR } from '../upkeep/upkeep-actor.ts';

const OLD_SECONDS = 86_400;

/** Begins a job that measures every school, where the last measure is a day old. The id of the job contains
 *  the day, so that several processes begin only one job. */
export const measureWhenOld = (ports: Ports) => async (): Promise<void> => {
  const { store, clock } = ports;
  const now = clock.now();
  const latest = await store.readLatestJob('measure-coverage');
  if (latest && isWithin(now, latest.madeAt, OLD_SECONDS)) return;
  const ids = { ...ports.ids, uuid: () => `measure-coverage-${localDateInParis(now)}` };
  try {
    await beginJob({ ...ports, ids })({ kind: 'measure-coverage' }, UPKEEP_ACTOR);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
  }
};
