import type { Log } from '../ports.ts';
import { reasonOf } from '../reason-of.ts';
import type { Moment } from '../store/moment-reader.ts';

/** Makes the settings, criteria and keys that this process remembers at least as new as a moment. */
export type Freshen = (moment: Moment) => Promise<void>;

interface Needs {
  readonly settings: { refresh(when: 'now'): Promise<void> };
  readonly catalogue: { refresh(when: 'now'): Promise<void> };
  readonly refreshKeys: () => Promise<void>;
  readonly log: Log;
}

/** They are read again only where the database says otherwise than at the last reading: a change made by
 *  another process counts from the next request on. */
export function makeFreshen({ settings, catalogue, refreshKeys, log }: Needs): Freshen {
  let seen: string | undefined;
  return async ({ common }) => {
    if (common === seen) return;
    // A folder of keys that cannot be read now must not stop every request; the regular work tries again.
    const keys = refreshKeys().catch((error: unknown) =>
      log.error('keys-not-refreshed', { reason: reasonOf(error) }),
    );
    await Promise.all([settings.refresh('now'), catalogue.refresh('now'), keys]);
    seen = common;
  };
}
