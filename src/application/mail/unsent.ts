import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Mail } from '../../domain/mail/types.ts';
import { type Instant, secondsAfter } from '../../domain/time/calendar.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';

const DAY_SECONDS = 86_400;
/** Days for which a mail without a task leaves by itself, once the service has a mail server. */
const UNSENT_MAIL_DAYS = 7;
/** Days after which a mail without a task is given up. */
const UNSENT_MAIL_RETENTION_DAYS = 90;
/** Mails that get their task in one commit. */
const BATCH = 200;

/** Gives their tasks to the mails that were written while the service had no mail server, at most seven days ago.
 *  What they state is checked when they leave. The timer calls it. Returns their number. */
export const scheduleUnsentMails = (ports: Ports) => async (): Promise<number> => {
  if (!ports.mailer) return 0;
  return schedule(ports, { isOld: false, than: oldBefore(ports.clock.now()), limit: BATCH });
};

/** Gives their tasks to the mails that are older than seven days, or only counts them. Returns their number. Throws
 *  `mail-not-possible` if the service has no mail server. */
const sendOldMails =
  (ports: Ports) =>
  async ({ dryRun }: { readonly dryRun: boolean }): Promise<number> => {
    const than = oldBefore(ports.clock.now());
    if (dryRun) return ports.store.countUnsentMails(than);
    if (!ports.mailer) throw new DomainError('mail-not-possible');
    let total = 0;
    for (;;) {
      const scheduled = await schedule(ports, { isOld: true, than, limit: BATCH });
      total += scheduled;
      if (scheduled === 0) return total;
    }
  };

/** The change that gives up mails for which no mail server came in 90 days. */
export function giveUpUnsentMails(at: Instant): Change {
  return { kind: 'unsent-mails-given-up', at, writtenBefore: daysBefore(at, UNSENT_MAIL_RETENTION_DAYS) };
}

function oldBefore(now: Instant): Instant {
  return daysBefore(now, UNSENT_MAIL_DAYS);
}

function daysBefore(at: Instant, days: number): Instant {
  return secondsAfter(at, -days * DAY_SECONDS);
}

async function schedule(
  { store, clock }: Ports,
  search: Parameters<Ports['store']['readUnsentMails']>[0],
): Promise<number> {
  const mails = await store.readUnsentMails(search);
  if (mails.length > 0) await store.commit(mails.map((mail) => taskOf(mail, clock.now())));
  return mails.length;
}

function taskOf({ id }: Mail, at: Instant): Change {
  return { kind: 'outbox-added', id, task: { kind: 'send-mail', mailId: id }, at };
}

export const unsentMailServices = useCases({ sendOldMails });
