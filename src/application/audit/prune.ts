import { audit } from '../../domain/audit/entry.ts';
import { daysAfter, type Instant, localDateInParis, secondsAfter } from '../../domain/time/calendar.ts';
import type { Ports } from '../service-ports.ts';
import type { UptimeDays } from '../time/uptime-days.ts';
import { SYSTEM_ACTOR } from './context.ts';

/** Days of a year of retention: none is too short. */
const YEAR_DAYS = 366;
/** The most lines of one call. */
const ENTRIES_AT_ONCE = 20_000;

/** Lets the oldest lines of the audit go where the settings limit the time for which they are kept. Their digests
 *  stay in the tiles, so that the chain stays provable, and a line says how many went. It works in the first hour
 *  of the day, by a sure time alone, and lets nothing go that was not in a state signed before the first day that
 *  stays: a wrong clock cannot date a line back. */
export const letAuditGo = (ports: Ports, days: Pick<UptimeDays, 'sureTime'>) => async (): Promise<void> => {
  const { store, settings } = ports;
  const { years } = settings.audit();
  const time = years === undefined ? undefined : await days.sureTime();
  if (years === undefined || time?.announcedBefore === undefined) return;
  if (localDateInParis(secondsAfter(time.at, -3600)) === time.today) return;
  const from = daysAfter(time.today, -years * YEAR_DAYS);
  const [state] = await store.readLogCheckpoints('audit', 1, from);
  const gone = await readGone(ports);
  const sealedBefore = state?.size ?? 0;
  if (sealedBefore <= gone) return;
  const saved =
    (await store.readFirstKept(`${from}T00:00:00Z` as Instant, time.at)) ?? Number.POSITIVE_INFINITY;
  const before = Math.min(saved, sealedBefore, gone + ENTRIES_AT_ONCE);
  if (before <= gone) return;
  const details = { lines: before - gone, before, from };
  await store.commit([
    { kind: 'audit-let-go', before },
    audit('audit-let-go', { at: time.at, actor: SYSTEM_ACTOR, subject: 'audit', details }),
  ]);
};

/** The number of lines that were let go so far. */
async function readGone({ store }: Ports): Promise<number> {
  return Number((await store.readLastOf('audit-let-go'))?.details?.['before'] ?? 0);
}
