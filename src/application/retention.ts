import { NEWCOMER_RETENTION_DAYS } from '../domain/access/newcomer.ts';
import { audit } from '../domain/audit/entry.ts';
import type { Change } from '../domain/change/union.ts';
import { DomainError } from '../domain/errors.ts';
import type { PersonId } from '../domain/ids.ts';
import {
  countFacts,
  type EarlierHold,
  type FactCounts,
  type FactKind,
  factsRetainedFrom,
  holdRetention,
  isHeld,
  lastHoldDay,
  REVIEW_NOTES_RETENTION_SECONDS,
  type RetentionHold,
  type RetentionNotice,
} from '../domain/retention.ts';
import {
  daysAfter,
  type Instant,
  type LocalDate,
  localDateInParis,
  secondsAfter,
} from '../domain/time/calendar.ts';
import { UPTIME_DAYS_NEEDED } from '../domain/time/confirmed-uptime-days.ts';
import { firstDayOf, type SchoolYear, schoolYearOf } from '../domain/time/school-year.ts';
import { IMPORT_LOG_DAYS } from '../domain/upload/import-log.ts';
import { forgetHost } from '../standards/host/feature.ts';
import { SYSTEM_ACTOR } from './audit/context.ts';
import { commitOnce } from './concurrency/named-record.ts';
import { giveUpUnsentMails } from './mail/unsent.ts';
import type { Ports } from './service-ports.ts';
import type { CountedFacts } from './store/people-readers.ts';
import type { UptimeDays } from './time/uptime-days.ts';
import { useCases } from './use-cases.ts';

/** Number of people in one call of the timer. */
const PEOPLE_A_VISIT = 50;
/** The most people whom a page names. */
const MOST_NAMED = 200;

/** Announces and deletes the facts of people whose last fact is more than five school years old (docs/rules.md,
 *  Retention). It looks at everybody, so it works only in the first hour of the day; repeating it changes
 *  nothing. Badges stay, with the facts in their awards. Deletion cannot be undone, so it waits for seven days
 *  that were lived since it was announced (docs/adr/0038). By a doubted clock, or one far from the newest record,
 *  nothing is announced either. */
export const expireFacts = (ports: Ports, days: Pick<UptimeDays, 'sureTime'>) => async (): Promise<void> => {
  const time = await days.sureTime();
  if (time === undefined || localDateInParis(secondsAfter(time.at, -3600)) === time.today) return;
  const before = factsRetainedFrom(time.today);
  if (!(await ports.time.look()).isFarFromRecord) await announce(ports, { before, today: time.today });
  if (time.announcedBefore === undefined) return;
  await expire(ports, { ...time, before, announcedBefore: time.announcedBefore });
};

interface Night {
  readonly before: LocalDate;
  readonly today: LocalDate;
}

async function announce({ store, log }: Ports, { before, today }: Night): Promise<void> {
  const people = await store.readPeopleToAnnounce({ before, today }, PEOPLE_A_VISIT);
  const notices = people.map((one): RetentionNotice => ({ ...one, before, announcedOn: today }));
  await store.commit([
    { kind: 'retention-notices-dropped', before },
    ...(notices.length > 0 ? [{ kind: 'retention-announced' as const, notices }] : []),
  ]);
  if (notices.length > 0) log.info('retention-announced', { before, ...totalsOf(people) });
}

interface Expiry extends Night {
  readonly at: Instant;
  readonly announcedBefore: LocalDate;
}

async function expire({ store, log }: Ports, due: Expiry): Promise<void> {
  const { at, before, today, announcedBefore } = due;
  if (isHeld(await store.readRetentionHold(), today)) return;
  const people = await store.readPeopleToExpire({ before, announcedBefore }, PEOPLE_A_VISIT);
  if (people.length === 0) return;
  const personIds = people.map(({ personId }) => personId);
  const details = { people: people.length, before };
  await store.commit([
    { kind: 'facts-expired', personIds, before, announcedBefore, today },
    audit('facts-expired', { at, actor: SYSTEM_ACTOR, subject: 'retention', details }),
  ]);
  log.info('facts-expired', { before, ...totalsOf(people) });
}

function totalsOf(people: readonly CountedFacts[]): Record<FactKind | 'people', number> {
  const counts = countFacts((kind) => people.reduce((all, one) => all + one[kind], 0));
  return { people: people.length, ...counts };
}

/** What the retention will delete, and when. */
export interface RetentionState {
  /** The next 1 September, and the number of people whose facts it makes old. */
  readonly on: LocalDate;
  readonly people: number;
  readonly notices: readonly RetentionNotice[];
  readonly announced: FactCounts & { readonly people: number };
  /** Number of lived days that count, up to the seven that a deletion waits for. */
  readonly lived: number;
  readonly hold?: RetentionHold;
  readonly isHeld: boolean;
  /** The last day until which a hold can last. */
  readonly lastHoldOn: LocalDate;
}

const readRetention =
  ({ store, clock }: Ports) =>
  async (): Promise<RetentionState> => {
    const today = localDateInParis(clock.now());
    const on = firstDayOf((schoolYearOf(today) + 1) as SchoolYear);
    const hold = await store.readRetentionHold();
    const { days } = await store.readLife();
    const notices = await store.readRetentionNotices(MOST_NAMED);
    const first = firstOf(notices);
    const counting = days.filter((day) => first !== undefined && day > first && day < today);
    return {
      on,
      people: await store.countPeopleWithOldFacts(factsRetainedFrom(on)),
      notices,
      announced: await store.countRetentionNotices(),
      lived: Math.min(counting.length, UPTIME_DAYS_NEEDED),
      ...(hold && { hold }),
      isHeld: isHeld(hold, today),
      lastHoldOn: lastHoldDay(today, hold && { hold, firstAnnouncedOn: first }),
    };
  };

function firstOf(notices: readonly RetentionNotice[]): LocalDate | undefined {
  return notices.map(({ announcedOn }) => announcedOn).toSorted()[0];
}

async function readEarlierHold(store: Ports['store']): Promise<EarlierHold | undefined> {
  const hold = await store.readRetentionHold();
  return hold && { hold, firstAnnouncedOn: firstOf(await store.readRetentionNotices(MOST_NAMED)) };
}

export interface HoldRetention {
  readonly untilOn: LocalDate;
  readonly reason: string;
  readonly actor: PersonId;
}

/** Holds the deletion back until a day, with a reason. Throws `hold-too-long`. */
const holdDeletion =
  ({ store, clock }: Ports) =>
  async ({ untilOn, reason, actor }: HoldRetention): Promise<void> => {
    const at = clock.now();
    const before = await readEarlierHold(store);
    const hold = holdRetention({ untilOn, reason, by: actor }, localDateInParis(at), before);
    const details = { until: untilOn, reason };
    await store.commit([
      { kind: 'retention-held', hold },
      audit('retention-held', { at, actor, subject: 'retention', details }),
    ]);
  };

/** Ends the hold. Throws `settled-meanwhile` if there is none. */
const endHold =
  ({ store, clock }: Ports) =>
  async ({ actor }: Pick<HoldRetention, 'actor'>): Promise<void> => {
    const at = clock.now();
    const today = localDateInParis(at);
    if (!isHeld(await store.readRetentionHold(), today)) throw new DomainError('settled-meanwhile');
    const yesterday = daysAfter(today, -1);
    await commitOnce(store, [
      { kind: 'retention-hold-ended', untilOn: yesterday },
      audit('retention-hold-ended', { at, actor, subject: 'retention' }),
    ]);
  };

/** Seconds for which a finished task of the outbox is kept. */
const TASK_RETENTION_SECONDS = 30 * 86_400;

/** Deletes old notes, sessions and tasks. Also notes the instant from which new engagements wait. What no one could
 *  type again waits until seven days were lived by this clock. */
export async function forgetOld({ store, clock }: Ports, days: Pick<UptimeDays, 'sureTime'>): Promise<void> {
  const sure = await days.sureTime();
  const at = clock.now();
  return store.commit([
    ...(sure?.announcedBefore === undefined ? [] : forGood(sure.at)),
    { kind: 'sessions-forgotten', at },
    { kind: 'requests-noted', at },
    { kind: 'uploads-forgotten', at },
    forgetHost(at),
    { kind: 'wallets-forgotten', at },
    giveUpUnsentMails(at),
    { kind: 'outbox-forgotten', doneBefore: secondsAfter(at, -TASK_RETENTION_SECONDS) },
  ]);
}

function forGood(at: Instant): readonly Change[] {
  return [
    { kind: 'review-notes-forgotten', writtenBefore: secondsAfter(at, -REVIEW_NOTES_RETENTION_SECONDS) },
    { kind: 'newcomers-forgotten', before: secondsAfter(at, -NEWCOMER_RETENTION_DAYS * 86_400) },
    { kind: 'imports-forgotten', before: secondsAfter(at, -IMPORT_LOG_DAYS * 86_400) },
  ];
}

export const retentionServices = useCases({ readRetention, holdDeletion, endHold });
