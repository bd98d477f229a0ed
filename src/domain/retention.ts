import { DomainError } from './errors.ts';
import type { PersonId } from './ids.ts';
import { daysAfter, type Instant, type LocalDate } from './time/calendar.ts';
import { firstDayOf, type SchoolYear, schoolYearOf } from './time/school-year.ts';

/** Facts of engagement are kept for this many school years after the school year of the last one
 *  (docs/rules.md, Retention). */
export const FACTS_RETENTION_SCHOOL_YEARS = 5;

/** Years for which the texts of a progress review are kept. */
export const REVIEW_NOTES_RETENTION_YEARS = 3;
/** Seconds for which the notes of a progress review are kept. */
export const REVIEW_NOTES_RETENTION_SECONDS = REVIEW_NOTES_RETENTION_YEARS * 365 * 86_400;

/** A deletion can be held back for at most this many days in all. */
export const LONGEST_HOLD_DAYS = 90;

/** The first day whose facts are still kept on `on`. A person whose facts are all older has reached the end
 *  of the retention. */
export function factsRetainedFrom(on: LocalDate): LocalDate {
  return firstDayOf((schoolYearOf(on) - FACTS_RETENTION_SCHOOL_YEARS) as SchoolYear);
}

/** The kinds of facts that the retention counts, announces and deletes. */
export const FACT_KINDS = ['engagements', 'attended', 'reviews', 'contributions', 'participations'] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/** The number of facts of each kind. */
export type FactCounts = { readonly [Kind in FactKind]: number };

/** Counts the facts of each kind. */
export function countFacts(count: (kind: FactKind) => number): FactCounts {
  return {
    engagements: count('engagements'),
    attended: count('attended'),
    reviews: count('reviews'),
    contributions: count('contributions'),
    participations: count('participations'),
  };
}

/** The announcement that a person's facts will be deleted. */
export interface RetentionNotice extends FactCounts {
  readonly personId: PersonId;
  /** Facts before this day are deleted. */
  readonly before: LocalDate;
  readonly announcedOn: LocalDate;
}

/** The deletion held back by an agent. After its last day the row stays until the next deletion, so that a new
 *  hold counts from the same first day. */
export interface RetentionHold {
  readonly begunOn: LocalDate;
  /** The last day on which nothing is deleted. */
  readonly untilOn: LocalDate;
  readonly reason: string;
  readonly heldBy: PersonId;
}

/** The first day from which a hold counts. An earlier hold counts with it, unless no one who is announced was
 *  announced while it lasted, or a clock that was ahead wrote it. */
function holdBegins(today: LocalDate, before: EarlierHold | undefined): LocalDate {
  if (before === undefined || before.hold.begunOn > today) return today;
  const { firstAnnouncedOn, hold } = before;
  return firstAnnouncedOn !== undefined && firstAnnouncedOn <= hold.untilOn ? hold.begunOn : today;
}

export interface EarlierHold {
  readonly hold: RetentionHold;
  /** The day of the oldest announcement that stands. */
  readonly firstAnnouncedOn: LocalDate | undefined;
}

/** The last day until which the deletion can be held back. */
export function lastHoldDay(today: LocalDate, before?: EarlierHold): LocalDate {
  return daysAfter(holdBegins(today, before), LONGEST_HOLD_DAYS);
}

interface NewHold {
  readonly untilOn: LocalDate;
  readonly reason: string;
  readonly by: PersonId;
}

/** Holds the deletion back from today on. Throws `hold-too-long` where it would be held for more than ninety
 *  days in all, or where the day has passed. */
export function holdRetention(requested: NewHold, today: LocalDate, before?: EarlierHold): RetentionHold {
  const last = lastHoldDay(today, before);
  if (requested.untilOn > last || requested.untilOn < today) throw new DomainError('hold-too-long', { last });
  return {
    begunOn: holdBegins(today, before),
    untilOn: requested.untilOn,
    reason: requested.reason,
    heldBy: requested.by,
  };
}

/** Whether nothing is deleted on this day. A hold that a clock years ahead wrote holds too, until an agent ends
 *  it: the day may be that of a clock that is behind. */
export function isHeld(hold: RetentionHold | undefined, today: LocalDate): boolean {
  return hold !== undefined && today <= hold.untilOn;
}

/** Changes to the retention, and to the count of lived days on which it waits. */
export type RetentionChange =
  /** Deletes the facts of these people that are older than `before`, with their announcement. Refused where it is
   *  held on `today`, where the count of lived days has begun again, and where the facts of one of them are no
   *  longer those announced before the day `announcedBefore`. */
  | {
      readonly kind: 'facts-expired';
      readonly personIds: readonly PersonId[];
      readonly before: LocalDate;
      readonly announcedBefore: LocalDate;
      readonly today: LocalDate;
    }
  /** Announces deletions, or announces them again from a new day. */
  | { readonly kind: 'retention-announced'; readonly notices: readonly RetentionNotice[] }
  /** Drops announcements of people who have no facts left that are older than `before`, or younger ones too. */
  | { readonly kind: 'retention-notices-dropped'; readonly before: LocalDate }
  | { readonly kind: 'retention-held'; readonly hold: RetentionHold }
  | { readonly kind: 'retention-hold-ended'; readonly untilOn: LocalDate }
  | { readonly kind: 'day-lived'; readonly day: LocalDate }
  /** No day counts as lived any more. */
  | { readonly kind: 'lived-days-begun-anew' }
  /** Notes where the database lies and its new mark. Does nothing if the mark is no longer `asRead`. */
  | {
      readonly kind: 'life-marked';
      readonly home: string;
      readonly mark: string;
      readonly asRead: string | undefined;
      readonly before: string | undefined;
      readonly at: Instant;
    };
