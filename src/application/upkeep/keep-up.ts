import { secondsAfter } from '../../domain/time/time.ts';
import { type Allowance, UNLIMITED } from '../query-allowance.ts';
import type { Ports } from '../service-ports.ts';
import type { DayKeeper } from '../time/keep-days.ts';
import { expireFacts } from './expire-facts.ts';
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

/** The parts of the timer's work. Each takes the queries that it may use. */
export interface UpkeepWork {
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
export const keepUp = (ports: Ports, work: UpkeepWork) => async (): Promise<void> => {
  const { log } = ports;
  const allowance = ports.beginAllowance?.() ?? UNLIMITED;
  await Promise.all([ports.settings.refresh(), ports.catalogue.refresh()]);
  const turns = {
    days: () => work.days.count(),
    'open-keys': () => ports.openKeys(),
    'publish-status-lists': () => work.publishStatusLists(allowance.part(SHARES.statusLists)),
    // Before the mails, which may take longer than the log's maximum delay.
    'badge-log': () => work.keepBadgeLog(allowance.part(SHARES.badgeLog)),
    forget: () => forgetOld(ports, work.days),
    retention: expireFacts(ports, work.days),
    'dated-ahead': () => work.reSignAhead(allowance.part(SHARES.datedAhead)),
    'empty-outbox': () => work.emptyOutbox(undefined, allowance.part(SHARES.outbox)),
    campaigns: () => work.campaignUpkeep(allowance.part(SHARES.campaigns)),
    reminders: () => work.remindEndings(allowance.part(SHARES.reminders)),
    jobs: () => work.advanceJobs(allowance),
  };
  for (const [name, take] of Object.entries(turns)) await takeTurn(log, name, take);
  const { overdue } = await readOutboxState(ports)();
  if (overdue > 0) log.error('outbox-overdue', { tasks: overdue });
};

/** Number of tasks that wait, and how many of them have waited too long. */
export const readOutboxState =
  ({ store, clock }: Ports) =>
  (): Promise<{ readonly waiting: number; readonly overdue: number }> =>
    store.countOutbox(secondsAfter(clock.now(), -OVERDUE_SECONDS));
