import { DomainError, isSigningAway } from '../../domain/errors.ts';
import { secondsAfter } from '../../domain/time/calendar.ts';
import { verifyDueEndorsements } from '../../standards/achievement-endorsements/actions.ts';
import { readTrustedLists } from '../../standards/trusted-lists/actions.ts';
import { letAuditGo } from '../audit/prune.ts';
import { type Allowance, UNLIMITED } from '../concurrency/query-budget.ts';
import { scheduleUnsentMails } from '../mail/unsent.ts';
import { reasonOf } from '../observability/counting-logger.ts';
import { expireFacts, forgetOld } from '../retention.ts';
import type { Ports } from '../service-ports.ts';
import { clearWhenCertain } from '../time/clock-leftovers.ts';
import type { UptimeDays } from '../time/uptime-days.ts';
import { useCases } from '../use-cases.ts';

/** Seconds after which a waiting task is overdue: it keeps failing, or no process does tasks. */
const OVERDUE_SECONDS = 120;

/** The queries that each kind of work may use where the database limits them, so that every kind has its
 *  share. The last kind can also use queries left by the others. */
const SHARES = {
  statusLists: 100,
  datedAhead: 50,
  outbox: 300,
  badgeLog: 60,
  auditLog: 60,
  campaigns: 150,
  reminders: 60,
  unanswered: 40,
} as const;

/** The parts of the timer's work. Each takes the queries that it may use. */
export interface MaintenanceTasks {
  readonly days: UptimeDays;
  readonly reSignAhead: (allowance: Allowance) => Promise<unknown>;
  readonly emptyOutbox: (only: undefined, allowance: Allowance) => Promise<unknown>;
  readonly publishStatusLists: (allowance: Allowance) => Promise<unknown>;
  readonly appendBadgeLog: (allowance: Allowance) => Promise<unknown>;
  readonly sealAudit: (allowance: Allowance) => Promise<unknown>;
  readonly campaignMaintenance: (allowance: Allowance) => Promise<void>;
  readonly remindEndings: (allowance: Allowance) => Promise<unknown>;
  readonly remindPendingAcceptances: (allowance: Allowance) => Promise<unknown>;
  readonly beginNightlyCheck: () => Promise<void>;
  readonly advanceJobs: (allowance: Allowance) => Promise<boolean>;
}

/** The timer's work, on every server, for which it asks no one outside but its mail server. It first counts the
 *  lived days. It signs lists again before they expire, deletes old data, does the tasks of the outbox, adds
 *  signed badges to their log, seals the audit, looks at itself at night, continues jobs, and reports overdue
 *  tasks. A failure is logged and does not stop
 *  the rest; only an unavailable database stops it, with `unavailable`. Where the database limits queries, work
 *  that does not fit is left for the next time. */
export const runMaintenance = (ports: Ports, work: MaintenanceTasks) => async (): Promise<void> => {
  const { log } = ports;
  const allowance = ports.beginAllowance?.() ?? UNLIMITED;
  await Promise.all([ports.settings.refresh(), ports.catalogue.refresh()]);
  const turns = {
    days: () => work.days.count(),
    'open-keys': () => ports.checkKeys(),
    'publish-status-lists': () => work.publishStatusLists(allowance.limitedTo(SHARES.statusLists)),
    // Before the mails, which may take longer than the log's maximum delay.
    'badge-log': () => work.appendBadgeLog(allowance.limitedTo(SHARES.badgeLog)),
    'audit-log': () => work.sealAudit(allowance.limitedTo(SHARES.auditLog)),
    forget: () => forgetOld(ports, work.days),
    retention: expireFacts(ports, work.days),
    'audit-retention': letAuditGo(ports, work.days),
    'dated-ahead': () => work.reSignAhead(allowance.limitedTo(SHARES.datedAhead)),
    'clock-leftovers': clearWhenCertain(ports, work.days),
    'unsent-mails': scheduleUnsentMails(ports),
    'empty-outbox': () => work.emptyOutbox(undefined, allowance.limitedTo(SHARES.outbox)),
    campaigns: () => work.campaignMaintenance(allowance.limitedTo(SHARES.campaigns)),
    reminders: () => work.remindEndings(allowance.limitedTo(SHARES.reminders)),
    unanswered: () => work.remindPendingAcceptances(allowance.limitedTo(SHARES.unanswered)),
    'look-at-night': work.beginNightlyCheck,
    jobs: () => work.advanceJobs(allowance),
  };
  for (const [name, take] of Object.entries(turns)) await takeTurn(ports, name, take);
  ports.meter.worked('upkeep', true);
  const { overdue } = await readOutboxState(ports)();
  if (overdue > 0) log.error('outbox-overdue', { tasks: overdue });
};

/** Does the tasks of the outbox and continues the jobs, without the rest of the timer's work, once someone has
 *  begun some. Returns whether a job could go on at once. */
export const doBegunWork =
  ({ beginAllowance }: Ports, work: Pick<MaintenanceTasks, 'emptyOutbox' | 'advanceJobs'>) =>
  async (): Promise<boolean> => {
    const allowance = beginAllowance?.() ?? UNLIMITED;
    await work.emptyOutbox(undefined, allowance);
    return work.advanceJobs(allowance);
  };

/** Number of tasks that wait, and how many of them have waited too long. */
const readOutboxState =
  ({ store, clock }: Ports) =>
  (): Promise<{ readonly waiting: number; readonly overdue: number }> =>
    store.countOutbox(secondsAfter(clock.now(), -OVERDUE_SECONDS));

/** The queries for endorsements, where the database limits them. */
const QUERIES = 20;

/** The timer's work that waits for the hosts of strangers: it reads lists of trusted issuers, and verifies
 *  endorsements from outside again. It stands apart from the rest, so that a host which answers late or never
 *  delays neither the start nor any other work; what was read before is in the database in the meantime. */
const runOutsideTasks = (ports: Ports) => {
  const read = readTrustedLists(ports);
  return async (): Promise<void> => {
    const allowance = ports.beginAllowance?.() ?? UNLIMITED;
    await takeTurn(ports, 'trusted-lists', read);
    await takeTurn(ports, 'endorsements', () => verifyDueEndorsements(ports)(allowance.limitedTo(QUERIES)));
  };
};

/** Does one kind of the timer's work. A failure is logged and does not stop the others; only an unavailable
 *  database stops them, with `unavailable`. That the keys are away was logged when it began. */
async function takeTurn(
  { log, meter }: Pick<Ports, 'log' | 'meter'>,
  work: string,
  take: () => Promise<unknown>,
): Promise<void> {
  try {
    await take();
    meter.worked(work, true);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unavailable') throw error;
    if (isSigningAway(error)) return;
    meter.worked(work, false);
    log.error('upkeep-failed', { work, reason: reasonOf(error) });
  }
}

export const maintenanceServices = useCases({ runOutsideTasks, readOutboxState });
