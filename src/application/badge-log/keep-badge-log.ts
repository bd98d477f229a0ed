import { type Allowance, UNLIMITED } from '../query-allowance.ts';
import type { Ports } from '../service-ports.ts';
import { extendBadgeLog } from './extend-badge-log.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

/** Enters waiting badges into the log, then signs the new state of the log. The timer calls it. */
export const keepBadgeLog =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<void> => {
    await extendBadgeLog(ports)(allowance);
    await signCheckpoint(ports)(allowance);
  };
