import { readBatch } from '../decisions/read-batch.ts';
import type { Ports } from '../service-ports.ts';
import { readOwnWork } from './read-own-work.ts';
import { startJob, takeBackJob } from './take-back-job.ts';

/** Use cases of long work, as the person who began it follows it. */
export function jobServices(ports: Ports) {
  return {
    readBatch: readBatch(ports),
    takeBackJob: takeBackJob(ports),
    startJob: startJob(ports),
    readOwnWork: readOwnWork(ports),
  };
}
