import { readBatch } from '../decisions/read-batch.ts';
import type { Ports } from '../service-ports.ts';
import { readOwnWork, startJob, takeBackJob } from './jobs.ts';

/** Use cases by which the person who began long work follows it. */
export function jobServices(ports: Ports) {
  return {
    readBatch: readBatch(ports),
    takeBackJob: takeBackJob(ports),
    startJob: startJob(ports),
    readOwnWork: readOwnWork(ports),
  };
}
