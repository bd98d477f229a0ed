import { isDue, isWorthAMail, REMINDERS, type Reminder } from '../../domain/award/reminders.ts';
import { DomainError } from '../../domain/errors.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import { type Instant, localDateInParis, secondsAfter } from '../../domain/time/calendar.ts';
import { type Allowance, UNLIMITED } from '../concurrency/query-budget.ts';
import { queueAwardMail } from '../mail/queue.ts';
import { doEachItem } from '../maintenance/one-by-one.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';

/** Number of awards read together. The next call of the timer reads the others. */
const BATCH = 25;
/** The most queries for one award. */
const AWARD_QUERIES = 10;
const LONGEST_MONTH_SECONDS = 31 * 86_400;

/** Queues the mails before the end of badges: six months before it, when the badge becomes renewable, and one
 *  month before. The timer calls it. A reminder is marked as taken in the commit that holds its mail, so that
 *  only one process sends it. Returns the number of mails. */
export const remindEndings =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<number> => {
    let mails = 0;
    for (const reminder of REMINDERS) mails += await remindAll(ports, reminder, allowance);
    return mails;
  };

async function remindAll(ports: Ports, reminder: Reminder, allowance: Allowance): Promise<number> {
  const { store, clock, log } = ports;
  const now = clock.now();
  const { left, months } = reminder;
  const endsBy = secondsAfter(now, months * LONGEST_MONTH_SECONDS);
  const found = await store.readAwardsToRemind({ left, endsBy, limit: BATCH });
  // The badges after the first one that is not due end later, so they are not due either.
  const later = found.findIndex(
    ({ award: { validUntil } }) => !validUntil || !isDue(reminder, validUntil, localDateInParis(now)),
  );
  let mails = 0;
  const action = async (one: AwardWithCredential) => {
    if (allowance.has(AWARD_QUERIES)) mails += await remindOne(ports, reminder, one, now);
  };
  const due = found.slice(0, later === -1 ? undefined : later);
  await doEachItem(
    log,
    'reminders',
    due.map((one) => ({ id: one.award.id, action: () => action(one) })),
  );
  return mails;
}

/** A badge that is retired cannot be renewed: its end needs no mail. */
function isAwarded({ catalogue }: Ports, { award }: AwardWithCredential, now: Instant): boolean {
  const { achievements } = catalogue.criteriaInForce(localDateInParis(now));
  return achievements.some(({ code }) => code === award.achievement);
}

async function remindOne(
  ports: Ports,
  reminder: Reminder,
  one: AwardWithCredential,
  now: Instant,
): Promise<number> {
  const { store } = ports;
  const { award, credential } = one;
  const others = await store.readAwardsOf([award.recipient]);
  const mail =
    credential && isAwarded(ports, one, now) && isWorthAMail(reminder, one, { others, now })
      ? await queueAwardMail(ports, award, [
          credential.id,
          formatSubject({ kind: 'event', id: reminder.event }),
        ])
      : [];
  try {
    const left = reminder.left === 2 ? 1 : 0;
    await store.commit([{ kind: 'award-reminded', awardId: award.id, left }, ...mail]);
    return mail.length > 0 ? 1 : 0;
  } catch (error) {
    // Another process took it, or its recipient was erased. The next call finds the rest.
    if (error instanceof DomainError && error.code === 'store-conflict') return 0;
    throw error;
  }
}
