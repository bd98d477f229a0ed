import type { LogCheckpoint } from '../../domain/badge-log/badge-log.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from '../../domain/time/time.ts';
import type { Ports } from '../service-ports.ts';

/** The first day after the clock's, in UTC, as the days of checkpoints are. */
export function dayToCome({ clock }: Ports): LocalDate {
  return fromDayNumber(toDayNumber(clock.now().slice(0, 10) as LocalDate) + 1);
}

/** The newest checkpoint of the log. Checkpoints of days to come, which were signed while the clock was ahead,
 *  stay in the database and are not shown before their day. Undefined where there is none. */
export async function readNewestCheckpoint(ports: Ports): Promise<LogCheckpoint | undefined> {
  const [newest] = await ports.store.readLogCheckpoints(1, dayToCome(ports));
  return newest;
}
