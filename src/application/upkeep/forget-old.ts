import type { Change } from '../../domain/change/change.ts';
import { forgetHost } from '../../domain/host/host-grant.ts';
import { REVIEW_NOTES_KEPT_SECONDS } from '../../domain/retention.ts';
import { announcedBefore } from '../../domain/time/lived-days.ts';
import { localDateInParis, secondsAfter } from '../../domain/time/time.ts';
import { IMPORT_LOG_DAYS } from '../../domain/upload/import-log.ts';
import type { Clock, Store } from '../ports.ts';

/** Seconds for which a finished task of the outbox is kept. */
const TASK_KEPT_SECONDS = 30 * 86_400;

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readLife'>;
  readonly clock: Clock;
}

/** Deletes old notes, sessions and tasks. Also notes the instant from which new segments wait. What nobody could
 *  type again waits until seven days were lived by this clock. */
export async function forgetOld({ store, clock }: Needs): Promise<void> {
  const at = clock.now();
  const { days } = await store.readLife();
  const isSure = announcedBefore(days, localDateInParis(at)) !== undefined;
  const forGood: readonly Change[] = [
    { kind: 'review-notes-forgotten', writtenBefore: secondsAfter(at, -REVIEW_NOTES_KEPT_SECONDS) },
    { kind: 'imports-forgotten', before: secondsAfter(at, -IMPORT_LOG_DAYS * 86_400) },
  ];
  return store.commit([
    ...(isSure ? forGood : []),
    { kind: 'sessions-forgotten', at },
    { kind: 'requests-noted', at },
    { kind: 'uploads-forgotten', at },
    forgetHost(at),
    { kind: 'wallets-forgotten', at },
    { kind: 'outbox-forgotten', doneBefore: secondsAfter(at, -TASK_KEPT_SECONDS) },
  ]);
}
