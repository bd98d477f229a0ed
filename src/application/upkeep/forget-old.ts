import { forgetHost } from '../../domain/host/host-grant.ts';
import { REVIEW_NOTES_KEPT_SECONDS } from '../../domain/retention.ts';
import { secondsAfter } from '../../domain/time/time.ts';
import { IMPORT_LOG_DAYS } from '../../domain/upload/import-log.ts';
import type { Clock, Store } from '../ports.ts';

/** Seconds for which a finished task of the outbox is kept. */
const TASK_KEPT_SECONDS = 30 * 86_400;

interface Needs {
  readonly store: Pick<Store, 'commit'>;
  readonly clock: Clock;
}

/** Deletes old notes, sessions and tasks. Also notes the instant from which new segments wait. */
export function forgetOld({ store, clock }: Needs): Promise<void> {
  const at = clock.now();
  return store.commit([
    { kind: 'sessions-forgotten', at },
    { kind: 'requests-noted', at },
    { kind: 'review-notes-forgotten', writtenBefore: secondsAfter(at, -REVIEW_NOTES_KEPT_SECONDS) },
    { kind: 'uploads-forgotten', at },
    { kind: 'imports-forgotten', before: secondsAfter(at, -IMPORT_LOG_DAYS * 86_400) },
    forgetHost(at),
    { kind: 'wallets-forgotten', at },
    { kind: 'outbox-forgotten', doneBefore: secondsAfter(at, -TASK_KEPT_SECONDS) },
  ]);
}
