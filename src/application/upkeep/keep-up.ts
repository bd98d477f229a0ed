import { secondsAfter } from '../../domain/time/time.ts';
import type { LivingCatalogue } from '../criteria/living-catalogue.ts';
import type { Clock, Log, Store } from '../ports.ts';
import { type Allowance, type BeginAllowance, UNLIMITED } from '../query-allowance.ts';
import type { LivingSettings } from '../settings/living-settings.ts';
import type { DayKeeper } from '../time/keep-days.ts';
import { expireFacts, type RetentionNeeds } from './expire-facts.ts';
import { forgetOld } from './forget-old.ts';
import { takeTurn } from './take-turn.ts';

/** Seconds after which a waiting task is overdue: it keeps failing, or no process does tasks. */
const OVERDUE_SECONDS = 120;

/** The queries that each kind of work may use where the database limits them, so that every kind has its
 *  share. The last kind can also use queries left by the others. */
const SHARES = {
  statusLists: 100,
  datedAhead: 50,
  outbox: 300,
  badgeLog: 60,
  campaigns: 150,
  reminders: 100,
} as const;
interface Needs {
  readonly store: Pick<Store, 'countOutbox'> & RetentionNeeds['store'];
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<LivingSettings, 'refresh'>;
  readonly catalogue: Pick<LivingCatalogue, 'refresh'>;
  readonly beginAllowance?: BeginAllowance;
  readonly openKeys: () => Promise<void>;
  readonly days: DayKeeper;
  readonly reSignAhead: (allowance: Allowance) => Promise<unknown>;
  readonly emptyOutbox: (only: undefined, allowance: Allowance) => Promise<unknown>;
  readonly publishStatusLists: (allowance: Allowance) => Promise<unknown>;
  readonly keepBadgeLog: (allowance: Allowance) => Promise<unknown>;
  readonly campaignUpkeep: (allowance: Allowance) => Promise<void>;
  readonly remindEndings: (allowance: Allowance) => Promise<unknown>;
  readonly advanceJobs: (allowance: Allowance) => Promise<void>;
}

/** The timer's work, on every server, for which it asks nobody outside but its mail server. It first counts the
 *  lived days. It signs lists again before they expire, deletes old data, does the tasks of the outbox, adds
 *  signed badges to their log, continues jobs, and reports overdue tasks. A failure is logged and does not stop
 *  the rest; only an unavailable database stops it, with `unavailable`. Where the database limits queries, work
 *  that does not fit is left for the next time. */
export const keepUp = (needs: Needs) => async (): Promise<void> => {
  const { store, clock, log } = needs;
  const allowance = needs.beginAllowance?.() ?? UNLIMITED;
  await Promise.all([needs.settings.refresh(), needs.catalogue.refresh()]);
  const turns = {
    days: () => needs.days.count(),
    'open-keys': () => needs.openKeys(),
    'publish-status-lists': () => needs.publishStatusLists(allowance.part(SHARES.statusLists)),
    // Before the mails, which may take longer than the log's maximum delay.
    'badge-log': () => needs.keepBadgeLog(allowance.part(SHARES.badgeLog)),
    forget: () => forgetOld(needs),
    retention: expireFacts(needs),
    'dated-ahead': () => needs.reSignAhead(allowance.part(SHARES.datedAhead)),
    'empty-outbox': () => needs.emptyOutbox(undefined, allowance.part(SHARES.outbox)),
    campaigns: () => needs.campaignUpkeep(allowance.part(SHARES.campaigns)),
    reminders: () => needs.remindEndings(allowance.part(SHARES.reminders)),
    jobs: () => needs.advanceJobs(allowance),
  };
  for (const [work, take] of Object.entries(turns)) await takeTurn(log, work, take);
  const { overdue } = await readOutboxState({ store, clock })();
  if (overdue > 0) log.error('outbox-overdue', { tasks: overdue });
};

/** Number of tasks that wait, and how many of them have waited too long. */
export const readOutboxState =
  ({ store, clock }: Pick<Needs, 'store' | 'clock'>) =>
  (): Promise<{ readonly waiting: number; readonly overdue: number }> =>
    store.countOutbox(secondsAfter(clock.now(), -OVERDUE_SECONDS));
