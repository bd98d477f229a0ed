import { reasonOf } from '../observability/counting-logger.ts';
import type { Ports } from '../service-ports.ts';
import type { DataVersion } from '../store/service-readers.ts';

/** Brings the settings, criteria and keys in the memory of this process up to date with a moment of the
 *  database. */
export type Refresh = (moment: DataVersion) => Promise<void>;

/** Makes that function. Data are read again only if the database has changed since the last reading, so
 *  that a change made by another process applies from the next request on. */
export function makeRefresh({ settings, catalogue, refreshKeys, log }: Ports): Refresh {
  let seen: string | undefined;
  return async ({ common }) => {
    if (common === seen) return;
    // An unreadable folder of keys must not stop every request. The timer tries again.
    const keys = refreshKeys().catch((error: unknown) =>
      log.error('keys-not-refreshed', { reason: reasonOf(error) }),
    );
    await Promise.all([settings.refresh('now'), catalogue.refresh('now'), keys]);
    seen = common;
  };
}
