import { readBatch } from '../decisions/read-batch.ts';
import type { Ports } from '../service-ports.ts';
import { readOwnWork } from './read-own-work.ts';
import { startJob, takeBackJob } from './take-back-job.ts';

/** Use cases by which the person who began long work follows it. */
export function jobServices(ports: Ports) {
  return {
    readBatch: readBatch(ports),
    takeBackJob: takeBackJob(ports),
    startJob: startJob(ports),
    readOwnWork: readOwnWork(ports),
  };
}
