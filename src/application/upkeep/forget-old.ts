import type { Change } from '../../domain/change/change.ts';
import { forgetHost } from '../../domain/host/host-grant.ts';
import { REVIEW_NOTES_KEPT_SECONDS } from '../../domain/retention.ts';
import { type Instant, secondsAfter } from '../../domain/time/time.ts';
import { IMPORT_LOG_DAYS } from '../../domain/upload/import-log.ts';
import type { Ports } from '../service-ports.ts';
import type { DayKeeper } from '../time/keep-days.ts';

/** Seconds for which a finished task of the outbox is kept. */
const TASK_KEPT_SECONDS = 30 * 86_400;

/** Deletes old notes, sessions and tasks. Also notes the instant from which new segments wait. What nobody could
 *  type again waits until seven days were lived by this clock. */
export async function forgetOld({ store, clock }: Ports, days: Pick<DayKeeper, 'sureTime'>): Promise<void> {
  const sure = await days.sureTime();
  const at = clock.now();
  return store.commit([
    ...(sure?.announcedBefore === undefined ? [] : forGood(sure.at)),
    { kind: 'sessions-forgotten', at },
    { kind: 'requests-noted', at },
    { kind: 'uploads-forgotten', at },
    forgetHost(at),
    { kind: 'wallets-forgotten', at },
    { kind: 'outbox-forgotten', doneBefore: secondsAfter(at, -TASK_KEPT_SECONDS) },
  ]);
}

function forGood(at: Instant): readonly Change[] {
  return [
    { kind: 'review-notes-forgotten', writtenBefore: secondsAfter(at, -REVIEW_NOTES_KEPT_SECONDS) },
    { kind: 'imports-forgotten', before: secondsAfter(at, -IMPORT_LOG_DAYS * 86_400) },
  ];
}
