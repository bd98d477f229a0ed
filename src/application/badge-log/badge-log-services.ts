import type { Ports } from '../service-ports.ts';
import { keepBadgeLog } from './keep-badge-log.ts';
import { readCheckpoint, readCheckpoints, readLogProof, readLogResource } from './read-badge-log.ts';

/** The use cases about the log of signed badges. */
export function badgeLogServices(ports: Ports) {
  return {
    keepBadgeLog: keepBadgeLog(ports),
    readCheckpoint: readCheckpoint(ports),
    readCheckpoints: readCheckpoints(ports),
    readLogResource: readLogResource(ports),
    readLogProof: readLogProof(ports),
  };
}
