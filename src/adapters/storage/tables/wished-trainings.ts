import type { PersonId } from '../../../domain/ids.ts';
import type { PlannedWish } from '../../../domain/review/wished-training.ts';
import type { Instant } from '../../../domain/time/time.ts';

export interface PlannedWishTable {
  school_year: number;
  wish: string;
  event_code: string;
  taken_by: PersonId;
  taken_at: Instant;
}

export function toPlannedWishRow(it: PlannedWish): PlannedWishTable {
  return {
    school_year: it.schoolYear,
    wish: it.wish,
    event_code: it.eventCode,
    taken_by: it.takenBy,
    taken_at: it.takenAt,
  };
}

export function fromPlannedWishRow(row: PlannedWishTable): PlannedWish {
  return {
    schoolYear: row.school_year,
    wish: row.wish,
    eventCode: row.event_code,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
  };
}
