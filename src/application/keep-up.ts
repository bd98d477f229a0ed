import { REVIEW_NOTES_KEPT_SECONDS } from '../domain/engagement/planned-review.ts';
import { secondsAfter } from '../domain/time/time.ts';
import type { Clock, Log, Store } from './ports.ts';
import type { LivingSettings } from './settings/living-settings.ts';

/** A task that waits for longer has been failing, or nobody is there to do it. */
const OVERDUE_SECONDS = 120;
const FORGET_SECONDS = 30 * 86_400;

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<LivingSettings, 'refresh'>;
  readonly emptyOutbox: () => Promise<number>;
  readonly publishStatusLists: () => Promise<number>;
  readonly advanceJobs: () => Promise<void>;
}

/** What a timer does, on every server: follows up what was committed, signs lists anew before they end, forgets tasks
 *  long done and the text of old reviews, notes since when segments wait, and says what is overdue. */
export const keepUp =
  ({ store, clock, log, settings, emptyOutbox, publishStatusLists, advanceJobs }: Needs) =>
  async (): Promise<void> => {
    await settings.refresh();
    await emptyOutbox();
    await publishStatusLists();
    await advanceJobs();
    await store.commit([
      { kind: 'sessions-forgotten', at: clock.now() },
      { kind: 'requests-noted', at: clock.now() },
      {
        kind: 'review-notes-forgotten',
        writtenBefore: secondsAfter(clock.now(), -REVIEW_NOTES_KEPT_SECONDS),
      },
      { kind: 'uploads-forgotten', at: clock.now() },
      { kind: 'outbox-forgotten', doneBefore: secondsAfter(clock.now(), -FORGET_SECONDS) },
    ]);
    const { overdue } = await readOutboxState({ store, clock })();
    if (overdue > 0) log.error('outbox-overdue', { tasks: overdue });
  };

/** Tasks that wait, and those that have waited too long. */
export const readOutboxState =
  ({ store, clock }: Pick<Needs, 'store' | 'clock'>) =>
  (): Promise<{ readonly waiting: number; readonly overdue: number }> =>
    store.countOutbox(secondsAfter(clock.now(), -OVERDUE_SECONDS));
