import type { PersonId } from '../../../domain/ids.ts';
import type { RetentionHold, RetentionNotice } from '../../../domain/retention.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';

export interface LivedDayTable {
  day: LocalDate;
}

export interface LifeTable {
  id: 1;
  home: string;
  mark: string;
  mark_before: string | null;
  marked_at: Instant;
}

export interface RetentionNoticeTable {
  person_id: PersonId;
  before: LocalDate;
  announced_on: LocalDate;
  engagements: number;
  attended: number;
  reviews: number;
  contributions: number;
}

export interface RetentionHoldTable {
  id: 1;
  begun_on: LocalDate;
  until_on: LocalDate;
  reason: string;
  held_by: PersonId;
}

export function toRetentionNoticeRow(it: RetentionNotice): RetentionNoticeTable {
  return {
    person_id: it.personId,
    before: it.before,
    announced_on: it.announcedOn,
    engagements: it.engagements,
    attended: it.attended,
    reviews: it.reviews,
    contributions: it.contributions,
  };
}

export function fromRetentionNoticeRow(row: RetentionNoticeTable): RetentionNotice {
  return {
    personId: row.person_id,
    before: row.before,
    announcedOn: row.announced_on,
    engagements: row.engagements,
    attended: row.attended,
    reviews: row.reviews,
    contributions: row.contributions,
  };
}

export function toRetentionHoldRow(it: RetentionHold): RetentionHoldTable {
  return { id: 1, begun_on: it.begunOn, until_on: it.untilOn, reason: it.reason, held_by: it.heldBy };
}

export function fromRetentionHoldRow(row: RetentionHoldTable): RetentionHold {
  return { begunOn: row.begun_on, untilOn: row.until_on, reason: row.reason, heldBy: row.held_by };
}
