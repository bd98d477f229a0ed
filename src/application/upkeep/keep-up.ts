import { REVIEW_NOTES_KEPT_SECONDS } from '../../domain/engagement/planned-review.ts';
import { DomainError } from '../../domain/errors.ts';
import { secondsAfter } from '../../domain/time/time.ts';
import type { LivingCatalogue } from '../criteria/living-catalogue.ts';
import type { Clock, Log, Store } from '../ports.ts';
import { reasonOf } from '../reason-of.ts';
import type { LivingSettings } from '../settings/living-settings.ts';
import { type Allowance, type BeginAllowance, UNLIMITED } from '../verification/allowance.ts';

/** A task that waits for longer has been failing, or nobody is there to do it. */
const OVERDUE_SECONDS = 120;
const FORGET_SECONDS = 30 * 86_400;

/** What each may ask of a database that counts, so that none keeps the others from their turn: most mail waits for the
 *  next minute before a job does. What the first ones leave is there for the last. */
const SHARES = { statusLists: 100, outbox: 350, campaigns: 150 } as const;
interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<LivingSettings, 'refresh'>;
  readonly catalogue: Pick<LivingCatalogue, 'refresh'>;
  readonly beginAllowance?: BeginAllowance;
  readonly openKeys: () => Promise<void>;
  readonly emptyOutbox: (only: undefined, allowance: Allowance) => Promise<unknown>;
  readonly publishStatusLists: (allowance: Allowance) => Promise<unknown>;
  readonly campaignUpkeep: (allowance: Allowance) => Promise<void>;
  readonly advanceJobs: (allowance: Allowance) => Promise<void>;
}

/** What a timer does, on every server: signs lists anew before they end, forgets what is to be forgotten, follows up what
 *  was committed, goes on with jobs, and says what is overdue. What fails is logged and keeps nothing else from its turn;
 *  only a database that is away ends it, with `unavailable`. Where the database counts queries, what there is no room for
 *  is left to the next time. */
export const keepUp = (needs: Needs) => async (): Promise<void> => {
  const { store, clock, log } = needs;
  const allowance = needs.beginAllowance?.() ?? UNLIMITED;
  await Promise.all([needs.settings.refresh(), needs.catalogue.refresh()]);
  const turns = {
    'open-keys': () => needs.openKeys(),
    'publish-status-lists': () => needs.publishStatusLists(allowance.part(SHARES.statusLists)),
    forget: () => forgetOld(needs),
    'empty-outbox': () => needs.emptyOutbox(undefined, allowance.part(SHARES.outbox)),
    campaigns: () => needs.campaignUpkeep(allowance.part(SHARES.campaigns)),
    jobs: () => needs.advanceJobs(allowance),
  };
  for (const [work, take] of Object.entries(turns)) await takeTurn(log, work, take);
  const { overdue } = await readOutboxState({ store, clock })();
  if (overdue > 0) log.error('outbox-overdue', { tasks: overdue });
};

async function takeTurn(log: Log, work: string, take: () => Promise<unknown>): Promise<void> {
  try {
    await take();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unavailable') throw error;
    log.error('upkeep-failed', { work, reason: reasonOf(error) });
  }
}

/** Old texts, sessions and tasks; and since when segments wait is noted. */
function forgetOld({ store, clock }: Needs): Promise<void> {
  const at = clock.now();
  return store.commit([
    { kind: 'sessions-forgotten', at },
    { kind: 'requests-noted', at },
    { kind: 'review-notes-forgotten', writtenBefore: secondsAfter(at, -REVIEW_NOTES_KEPT_SECONDS) },
    { kind: 'uploads-forgotten', at },
    { kind: 'outbox-forgotten', doneBefore: secondsAfter(at, -FORGET_SECONDS) },
  ]);
}

/** Tasks that wait, and those that have waited too long. */
export const readOutboxState =
  ({ store, clock }: Pick<Needs, 'store' | 'clock'>) =>
  (): Promise<{ readonly waiting: number; readonly overdue: number }> =>
    store.countOutbox(secondsAfter(clock.now(), -OVERDUE_SECONDS));
