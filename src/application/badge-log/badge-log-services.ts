import type { Ports } from '../service-ports.ts';
import { extendBadgeLog } from './extend-badge-log.ts';
import { keepBadgeLog } from './keep-badge-log.ts';
import { readCheckpoint, readCheckpoints, readLogProof, readLogResource } from './read-badge-log.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

/** The use cases about the log of signed badges. */
export function badgeLogServices(ports: Ports) {
  return {
    keepBadgeLog: keepBadgeLog({ extend: extendBadgeLog(ports), sign: signCheckpoint(ports) }),
    readCheckpoint: readCheckpoint(ports),
    readCheckpoints: readCheckpoints(ports),
    readLogResource: readLogResource(ports),
    readLogProof: readLogProof(ports),
  };
}
